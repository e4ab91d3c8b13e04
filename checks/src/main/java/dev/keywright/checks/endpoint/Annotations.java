package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds annotations by name, also those that annotate another annotation, and reads their values. */
final class Annotations {

    private static final int MOST_LEVELS = 5;

    private final Program program;

    Annotations(Program program) {
        this.program = program;
    }

    /**
     * An annotation that was looked for.
     *
     * @param name the name under which it was found
     * @param chain the annotation as written, then what annotates its type, down to the one that was looked for
     */
    record Found(String name, List<Annotation> chain) {

        Annotation written() {
            return chain.get(0);
        }

        /** The value of the first of these attributes that is written, the outermost annotation first. */
        @Nullable
        Expr value(List<String> attributes) {
            for (Annotation annotation : chain) {
                for (String attribute : attributes) {
                    Expr value = annotation.value(attribute);
                    if (value != null) {
                        return value;
                    }
                }
            }
            return null;
        }
    }

    /** The first of {@code annotations} that is one of {@code names}, or is itself annotated with one. */
    @Nullable
    Found find(List<Annotation> annotations, @Nullable SourceFile file, Collection<String> names) {
        for (Annotation annotation : annotations) {
            Found found = search(annotation, file, names, new ArrayList<>(), new HashSet<>());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Found search(
            Annotation annotation,
            @Nullable SourceFile file,
            Collection<String> names,
            List<Annotation> chain,
            Set<String> seen) {
        chain.add(annotation);
        for (String candidate : TypeNames.candidates(annotation.type(), file)) {
            if (names.contains(candidate)) {
                return new Found(candidate, List.copyOf(chain));
            }
        }
        String name = annotation.type().name();
        if (chain.size() < MOST_LEVELS && seen.add(name)) {
            for (Annotation meta : program.annotations(name)) {
                Found found = search(meta, program.fileOf(name), names, chain, seen);
                if (found != null) {
                    return found;
                }
            }
        }
        chain.remove(chain.size() - 1);
        return null;
    }

    /** The constant strings that a value holds, one or many; {@code {NAME}} stands for a constant that is not known. */
    List<String> texts(@Nullable Expr value) {
        List<String> texts = new ArrayList<>();
        for (Expr element : elements(value)) {
            String text = text(element);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The enum constants or strings that a value holds, one or many. */
    static List<String> names(@Nullable Expr value) {
        List<String> names = new ArrayList<>();
        for (Expr element : elements(value)) {
            if (element instanceof Expr.Field field) {
                names.add(field.constant() instanceof String text ? text : field.name());
            } else if (element instanceof Expr.Literal literal && literal.value() instanceof String text) {
                names.add(text);
            } else if (element instanceof Expr.Local local) {
                names.add(local.name());
            } else if (element instanceof Expr.Unknown missing
                    && !missing.type().equals(TypeRef.UNKNOWN)) {
                names.add(missing.type().simpleName()); // how a compiler reads Missing.CONSTANT
            }
        }
        return names;
    }

    private static List<Expr> elements(@Nullable Expr value) {
        if (value instanceof Expr.NewArray array) {
            return array.elements() == null ? List.of() : array.elements();
        }
        return value == null ? List.of() : List.of(value);
    }

    private @Nullable String text(Expr value) {
        if (value instanceof Expr.Literal literal) {
            return literal.value() == null ? null : String.valueOf(literal.value());
        }
        if (value instanceof Expr.Field field) {
            if (field.constant() != null) {
                return String.valueOf(field.constant());
            }
            FieldDecl declared = program.field(field.owner().name(), field.name());
            return declared != null && declared.initializer() instanceof Expr.Literal literal && literal.value() != null
                    ? String.valueOf(literal.value())
                    : "{" + field.name() + "}";
        }
        if (value instanceof Expr.Concat concat) {
            StringBuilder joined = new StringBuilder();
            for (Expr part : concat.parts()) {
                String text = text(part);
                joined.append(text == null ? "{?}" : text);
            }
            return joined.toString();
        }
        return null;
    }

    /** The annotations that a value holds: one, or an array of them. */
    static List<Annotation> nested(@Nullable Expr value) {
        List<Annotation> nested = new ArrayList<>();
        for (Expr element : elements(value)) {
            if (element instanceof Expr.AnnotationValue annotation) {
                nested.add(annotation.annotation());
            }
        }
        return nested;
    }
}
