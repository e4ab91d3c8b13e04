package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.models.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an object of a type that the program declares shows when it is turned into text. */
final class Rendering {

    private static final Set<String> LOMBOK_TO_STRING = Set.of("ToString", "Data", "Value");

    private final FlowEngine engine;
    private final Made made;
    private final Map<String, Value> known = new HashMap<>();
    private final Map<String, Set<MethodDecl>> askers = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    Rendering(FlowEngine engine) {
        this.engine = engine;
        this.made = new Made(engine);
    }

    /** The secrets that a text of the value shows; what the value holds is known better than its type. */
    Value rendered(Value value, TypeRef type) {
        TypeDecl declared = engine.type(type);
        if (declared == null && isClosable(type)) {
            return Value.NONE;
        }
        if (declared == null) {
            Value text = value.rendered();
            for (TypeRef argument : type.args()) {
                TypeDecl element = engine.type(argument);
                if (element != null && elementsShow(type)) {
                    text = text.joinCarried(ofType(element));
                }
            }
            return text;
        }
        MethodDecl toString = toString(declared);
        Value own = ofType(declared);
        if (toString == null && !generated(declared)) {
            return value.carried().withLabels(List.of());
        }
        Value shown = own;
        if (toString != null) {
            Summary summary = engine.summaryOf(toString);
            if (summary != null) {
                shown = made.of(value, summary, shown);
                Value actual = summary.returned().substitute(input -> {
                    Value held = input.field() == null ? null : value.contents().get(Value.field(input.field()));
                    return held == null ? Value.NONE : held;
                });
                shown = shown.joinCarried(made.of(value, summary, actual).carried());
            }
        } else {
            for (FieldDecl field : shownFields(declared)) {
                Value held = value.contents().get(Value.field(field.name()));
                if (held != null && !held.is(Flag.CLEAN)) {
                    shown = shown.joinCarried(held.rendered());
                }
            }
        }
        String name = declared.simpleName();
        return shown.mapLabels(label -> label.inObject().then(label.file(), label.origin(), Way.RENDERED, name));
    }

    /** All that a library finds by reflection: {@code ReflectionToStringBuilder.toString(this)}. */
    Value reflected(TypeDecl type) {
        Value result = Value.NONE;
        for (FieldDecl field : shownFields(type)) {
            Value value = engine.fields().value(field, NOBODY, type.name());
            if (!value.is(Flag.CLEAN) && isShown(field.type())) {
                result = result.joinCarried(value.rendered());
            }
        }
        List<Label> secrets = result.labels().stream().filter(Label::sure).toList();
        return secrets.isEmpty() ? Value.NONE : Value.NONE.withLabels(secrets);
    }

    /** What is only known to be read, written or closed has no text but its class and a number. */
    private static boolean isClosable(TypeRef type) {
        return type.dims() == 0
                && switch (type.name()) {
                    case "java.io.Closeable",
                            "java.lang.AutoCloseable",
                            "java.io.InputStream",
                            "java.io.OutputStream",
                            "java.io.Reader",
                            "java.io.ByteArrayInputStream" -> true;
                    default -> false;
                };
    }

    private static boolean elementsShow(TypeRef type) {
        return switch (type.simpleName()) {
            case "List", "Set", "Collection", "Optional", "Map", "ArrayList", "Queue", "Deque" -> true;
            default -> false;
        };
    }

    /** What every object of a type shows, whatever it was made with. */
    Value ofType(TypeDecl type) {
        MethodDecl asker = engine.current();
        if (asker != null) {
            askers.computeIfAbsent(type.name(), key -> Collections.newSetFromMap(new IdentityHashMap<>()))
                    .add(asker);
        }
        Value before = known.get(type.name());
        if (before != null) {
            return before;
        }
        if (!open.add(type.name()) || open.size() > 6) {
            open.remove(type.name());
            return Value.NONE;
        }
        Value result = Value.NONE;
        MethodDecl toString = toString(type);
        if (toString != null) {
            Summary summary = engine.summaryOf(toString);
            if (summary != null) {
                result = summary.returned().substitute(input -> Value.NONE).carried();
            }
        } else if (isAutoValue(type)) {
            for (MethodDecl property : type.methods()) {
                result = property.body() == null && property.parameters().isEmpty()
                        ? result.joinCarried(property(type, property))
                        : result;
            }
        } else if (generated(type)) {
            for (FieldDecl field : shownFields(type)) {
                Value value = engine.fields().value(field, NOBODY, type.name());
                if (!value.is(Flag.CLEAN) && isShown(field.type())) {
                    result = result.joinCarried(value.rendered());
                }
                TypeDecl inner = engine.type(field.type());
                if (inner != null) {
                    result = result.joinCarried(ofType(inner));
                }
            }
        }
        open.remove(type.name());
        List<Label> secrets = result.labels().stream().filter(Label::sure).toList();
        Value kept = secrets.isEmpty() ? Value.NONE : Value.NONE.withLabels(secrets);
        if (open.isEmpty()) {
            known.put(type.name(), kept);
        }
        return kept;
    }

    /** What the subclass that AutoValue writes shows of an abstract getter. */
    private Value property(TypeDecl type, MethodDecl getter) {
        SourceFile file = engine.program().fileOf(type.name());
        return file == null || !isShown(getter.returnType())
                ? Value.NONE
                : engine.declared()
                        .signs()
                        .named(
                                getter.name(),
                                getter.returnType(),
                                type.simpleName(),
                                Role.EXPECTED,
                                file,
                                getter.nameSpan());
    }

    private static boolean isAutoValue(TypeDecl type) {
        return type.annotations().stream()
                .anyMatch(annotation -> annotation.type().simpleName().equals("AutoValue"));
    }

    /** Looks again at what was told of types, now that more is known; who was told otherwise is evaluated again. */
    void refresh() {
        Map<String, Value> before = new HashMap<>(known);
        known.clear();
        before.forEach((name, value) -> {
            TypeDecl type = engine.program().type(name);
            if (type != null && !ofType(type).equals(value)) {
                engine.again(askers.getOrDefault(name, Set.of()));
            }
        });
    }

    /** The text of an array is its identity. */
    private static boolean isShown(TypeRef type) {
        return type.dims() == 0;
    }

    private static final MethodDecl NOBODY = new MethodDecl(
            "", "", List.of(), TypeRef.VOID, List.of(), Set.of(), List.of(), null, false, Span.NONE, Span.NONE);

    /** Fields that a generated {@code toString} names. */
    List<FieldDecl> shownFields(TypeDecl type) {
        boolean explicit = type.annotations().stream()
                .anyMatch(annotation -> annotation.type().simpleName().equals("ToString")
                        && annotation.value("onlyExplicitlyIncluded") instanceof Expr.Literal literal
                        && Boolean.TRUE.equals(literal.value()));
        List<String> excluded = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (Annotation annotation : type.annotations()) {
            if (annotation.type().simpleName().equals("ToString")) {
                texts(annotation.value("exclude"), excluded);
                texts(annotation.value("of"), named);
            }
        }
        List<FieldDecl> shown = new ArrayList<>();
        for (FieldDecl field : type.fields()) {
            boolean exclude = excluded.contains(field.name())
                    || has(field, "Exclude", "ToString.Exclude")
                    || has(field, "ToStringExclude", "builder.ToStringExclude")
                    || !named.isEmpty() && !named.contains(field.name())
                    || explicit && !has(field, "Include", "ToString.Include");
            if (!field.isStatic() && !exclude && !field.enumConstant()) {
                shown.add(field);
            }
        }
        return shown;
    }

    private static void texts(@Nullable Expr value, List<String> into) {
        if (value instanceof Expr.Literal literal && literal.value() instanceof String text) {
            into.add(text);
        } else if (value instanceof Expr.NewArray array && array.elements() != null) {
            array.elements().forEach(element -> texts(element, into));
        }
    }

    private static boolean has(FieldDecl field, String simple, String qualified) {
        return field.annotations().stream()
                .anyMatch(annotation -> annotation.type().name().endsWith(qualified)
                        || annotation.type().name().equals(simple)
                        || annotation.type().name().equals("lombok." + qualified));
    }

    /** Whether the compiler or Lombok writes the type's toString. */
    boolean generated(TypeDecl type) {
        return type.kind() == TypeDecl.Kind.RECORD
                || isAutoValue(type)
                || type.annotations().stream()
                        .anyMatch(annotation ->
                                LOMBOK_TO_STRING.contains(annotation.type().simpleName())
                                        && (annotation.type().name().startsWith("lombok.")
                                                || !annotation.type().resolved()));
    }

    /** The toString that the type declares or inherits from a type of the program. */
    @Nullable
    MethodDecl toString(TypeDecl type) {
        Set<String> seen = new HashSet<>(); // a class that inherits from itself is an error that sources may have
        TypeDecl current = type;
        while (current != null && seen.add(current.name())) {
            for (MethodDecl method : current.methods()) {
                if (method.name().equals("toString") && method.parameters().isEmpty() && method.body() != null) {
                    return method;
                }
            }
            current = generated(current) ? null : superclass(current);
        }
        return null;
    }

    private @Nullable TypeDecl superclass(TypeDecl type) {
        for (TypeRef parent : type.supertypes()) {
            TypeDecl declared = engine.program().type(parent.name());
            if (declared != null && declared.kind() == TypeDecl.Kind.CLASS) {
                return declared;
            }
        }
        return null;
    }
}
