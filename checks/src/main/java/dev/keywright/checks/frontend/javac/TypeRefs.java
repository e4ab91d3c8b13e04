package dev.keywright.checks.frontend.javac;

import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Types as the compiler knows them, as {@link TypeRef}s. Remembers what it has seen by identity: most expressions of a
 * compilation share a few hundred types.
 */
final class TypeRefs {

    /** Deeper type arguments are cut; they say nothing that a rule asks for, and recursive bounds must end. */
    private static final int MAX_DEPTH = 6;

    /** Types that inference has made of types have any number of parts; what is beyond is unknown, and the file is said to be cut. */
    private static final int MOST_PARTS = 1_000;

    static final TypeRef OBJECT = TypeRef.of("java.lang.Object");

    private static final Map<TypeKind, TypeRef> KEYWORDS = Map.of(
            TypeKind.BOOLEAN, TypeRef.of("boolean"),
            TypeKind.BYTE, TypeRef.of("byte"),
            TypeKind.SHORT, TypeRef.of("short"),
            TypeKind.CHAR, TypeRef.of("char"),
            TypeKind.INT, TypeRef.of("int"),
            TypeKind.LONG, TypeRef.of("long"),
            TypeKind.FLOAT, TypeRef.of("float"),
            TypeKind.DOUBLE, TypeRef.of("double"),
            TypeKind.VOID, TypeRef.VOID);

    private final Elements elements;
    private final Map<Element, TypeRef> raw = new IdentityHashMap<>();
    private Imports imports = Imports.NONE;
    private boolean sawError;
    private int parts;
    private boolean cut;

    TypeRefs(Elements elements) {
        this.elements = elements;
    }

    /** Begins a file: names that the compiler could not find are looked up in its imports. */
    void beginFile(Imports fileImports) {
        imports = fileImports;
        sawError = false;
        cut = false;
    }

    /** Whether a type that the compiler could not find was met since the file began. */
    boolean sawError() {
        return sawError;
    }

    /** Whether a type with too many parts was met since the file began. */
    boolean sawCut() {
        return cut;
    }

    TypeRef of(@Nullable TypeMirror type) {
        parts = 0;
        return of(type, 0);
    }

    private TypeRef of(@Nullable TypeMirror type, int depth) {
        if (type == null || depth > MAX_DEPTH) {
            return TypeRef.UNKNOWN;
        }
        if (++parts > MOST_PARTS) {
            cut = true;
            return TypeRef.UNKNOWN;
        }
        return switch (type.getKind()) {
            case BOOLEAN, BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE, VOID ->
                KEYWORDS.getOrDefault(type.getKind(), TypeRef.UNKNOWN);
            case DECLARED -> declared((DeclaredType) type, depth);
            case ARRAY -> of(((ArrayType) type).getComponentType(), depth).arrayOf();
            case ERROR -> missing(type);
            case TYPEVAR -> bound((TypeVariable) type, depth);
            case WILDCARD -> {
                TypeMirror upper = ((WildcardType) type).getExtendsBound();
                yield upper == null ? OBJECT : of(upper, depth + 1);
            }
            case INTERSECTION -> of(((IntersectionType) type).getBounds().get(0), depth + 1);
            case UNION -> union((UnionType) type, depth);
            default -> TypeRef.UNKNOWN;
        };
    }

    private TypeRef union(UnionType type, int depth) {
        List<? extends TypeMirror> alternatives = type.getAlternatives();
        return alternatives.isEmpty() ? TypeRef.UNKNOWN : of(alternatives.get(0), depth + 1);
    }

    /** A type variable is its erasure: the first bound, without arguments, which may name the variable again. */
    private TypeRef bound(TypeVariable variable, int depth) {
        TypeRef bound = of(variable.getUpperBound(), depth + 1);
        return bound.args().isEmpty() ? bound : new TypeRef(bound.name(), bound.resolved(), List.of(), bound.dims());
    }

    private TypeRef declared(DeclaredType type, int depth) {
        TypeRef erased = of((TypeElement) type.asElement());
        List<? extends TypeMirror> written = type.getTypeArguments();
        if (written.isEmpty() || depth >= MAX_DEPTH) {
            return erased;
        }
        List<TypeRef> args = new ArrayList<>(written.size());
        for (TypeMirror argument : written) {
            args.add(of(argument, depth + 1));
        }
        return new TypeRef(erased.name(), true, args, 0);
    }

    /** A class without type arguments, under the name that {@code ir} gives it. */
    TypeRef of(TypeElement element) {
        TypeRef known = raw.get(element);
        if (known == null) {
            known = TypeRef.of(name(element));
            raw.put(element, known);
        }
        return known;
    }

    private String name(TypeElement element) {
        return switch (element.getNestingKind()) {
            case TOP_LEVEL -> element.getQualifiedName().toString();
            case MEMBER -> memberName(element);
            case LOCAL, ANONYMOUS -> localName(element);
        };
    }

    /** The class that declares an array's {@code clone} and {@code length} stands nowhere. */
    private String memberName(TypeElement element) {
        return element.getEnclosingElement() instanceof TypeElement outer
                ? of(outer).name() + "." + element.getSimpleName()
                : OBJECT.name();
    }

    private String localName(TypeElement element) {
        CharSequence binary = elements.getBinaryName(element);
        String name = binary == null ? "" : binary.toString();
        return name.contains("$") ? name : "local$" + raw.size() + "$" + element.getSimpleName();
    }

    /** For a method or variable that it cannot find the compiler makes up a type of that name: nothing is known then. */
    private TypeRef missing(TypeMirror type) {
        sawError = true;
        String written = type instanceof DeclaredType declared
                ? declared.asElement().getSimpleName().toString()
                : "";
        boolean typeLike = !written.isEmpty() && Character.isUpperCase(written.charAt(0));
        return typeLike ? imports.resolve(written) : TypeRef.UNKNOWN;
    }
}
