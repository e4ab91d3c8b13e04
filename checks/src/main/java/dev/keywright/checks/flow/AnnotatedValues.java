package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.Role;
import dev.keywright.checks.models.SecretNames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What annotations say of a value: declared a secret, configured, an option of a command line, received with a request. */
final class AnnotatedValues {

    private static final Set<String> REQUEST_ANNOTATIONS = Set.of(
            "RequestHeader",
            "RequestParam",
            "CookieValue",
            "PathVariable",
            "RequestBody",
            "HeaderParam",
            "QueryParam",
            "CookieParam",
            "PathParam",
            "FormParam",
            "MatrixParam",
            "BeanParam",
            "RestHeader",
            "RestQuery",
            "RestCookie",
            "RestForm",
            "Header",
            "QueryValue",
            "QueryParameter",
            "Body",
            "ModelAttribute",
            "RequestPart",
            "Payload",
            "Headers");

    /** Annotations that hand in a credential when their name attribute, or the variable's name, is that of one. */
    private static final Set<String> NAMED_REQUEST = Set.of(
            "RequestHeader",
            "RequestParam",
            "CookieValue",
            "HeaderParam",
            "QueryParam",
            "CookieParam",
            "FormParam",
            "RestHeader",
            "RestQuery",
            "RestCookie",
            "RestForm",
            "Header",
            "QueryValue",
            "QueryParameter");

    /** Options of a command line: picocli, JCommander, args4j, airline. */
    private static final Set<String> OPTIONS = Set.of("Option", "Parameters", "Parameter");

    private static final Set<String> REQUEST_MAPS =
            Set.of("Map", "HttpHeaders", "MultiValueMap", "MultivaluedMap", "LinkedMultiValueMap");

    private static final Map<String, String> CONFIG_ANNOTATIONS =
            Map.of("Value", "value", "ConfigProperty", "name", "Property", "name");

    private final Program program;
    private final SecretNames names;
    private final NameSigns signs;

    AnnotatedValues(Program program, SecretNames names, NameSigns signs) {
        this.program = program;
        this.names = names;
        this.signs = signs;
    }

    /** Whether an annotation may hand in all headers or parameters of a request, as one map. */
    static boolean mayHandMap(String annotation) {
        return NAMED_REQUEST.contains(annotation) || annotation.equals("Headers");
    }

    /** Whether a type of that simple name holds them all. */
    static boolean isRequestMap(String type) {
        return REQUEST_MAPS.contains(type);
    }

    /** What the annotations of a declaration, or of its type, say; null when they say nothing. */
    @Nullable
    Value of(List<Annotation> annotations, String name, TypeRef type, SourceFile file, Span span) {
        for (Annotation annotation : annotations) {
            String simple = annotation.type().simpleName();
            if (simple.equals("Secret") && annotation.type().name().startsWith("dev.keywright")
                    || simple.equals("Secret") && !annotation.type().resolved()) {
                NameVerdict verdict = names.classify(name).orElse(new NameVerdict(Kind.KEY, true, false));
                return Value.label(Label.of(
                        verdict.kind(),
                        Role.EXPECTED,
                        Certainty.DECLARED,
                        Messages.quote(name),
                        file,
                        span,
                        Messages.quote(name) + " is declared @Secret"));
            }
            String attribute = CONFIG_ANNOTATIONS.get(simple);
            if (attribute != null
                    && annotation.value(attribute) instanceof Expr.Literal literal
                    && literal.value() instanceof String key) {
                return configured(key, name, type, file, span).with(Flag.CONFIGURED);
            }
            if (OPTIONS.contains(simple)) {
                String option = option(annotation);
                Value value = option.isEmpty() ? Value.NONE : configured(option, name, type, file, span);
                if (!value.isNone()) {
                    return value.with(Flag.CONFIGURED);
                }
            }
            if (REQUEST_ANNOTATIONS.contains(simple)) {
                Value value =
                        received(annotation, simple, name, type, file, span).with(Flag.PRESENTED);
                return mayHandMap(simple) && isRequestMap(type.simpleName()) ? value.with(Flag.REQUEST_MAP) : value;
            }
        }
        TypeDecl declared = type.resolved() && type.dims() == 0 ? program.type(type.name()) : null;
        if (declared != null
                && declared.annotations().stream()
                        .anyMatch(annotation -> annotation.type().is("dev.keywright.annotations.Secret"))) {
            return Value.label(Label.of(
                            Kind.KEY,
                            Role.EXPECTED,
                            Certainty.DECLARED,
                            Messages.quote(name),
                            file,
                            span,
                            Messages.quote(name) + " has a type that is declared @Secret")
                    .inObject());
        }
        return null;
    }

    /** The longest of a command line option's names, without its dashes. */
    private static String option(Annotation annotation) {
        String longest = "";
        for (String attribute : List.of("names", "name", "longName", "value", "paramLabel")) {
            Expr value = annotation.value(attribute);
            List<Expr> all = value instanceof Expr.NewArray array && array.elements() != null
                    ? array.elements()
                    : value == null ? List.of() : List.of(value);
            for (Expr each : all) {
                if (each instanceof Expr.Literal literal
                        && literal.value() instanceof String text
                        && text.length() > longest.length()) {
                    longest = text;
                }
            }
        }
        int from = 0;
        while (from < longest.length() && longest.charAt(from) == '-') {
            from++;
        }
        return longest.substring(from);
    }

    private Value configured(String expression, String name, TypeRef type, SourceFile file, Span span) {
        if (!TextTypes.isTextual(type)) {
            return Value.NONE;
        }
        String key = expression;
        int open = expression.indexOf("${");
        if (open >= 0) {
            int end = expression.indexOf('}', open);
            int colon = expression.indexOf(':', open);
            int stop = colon > 0 && (colon < end || end < 0) ? colon : end;
            key = expression.substring(open + 2, stop < 0 ? expression.length() : stop);
        } else if (expression.startsWith("#{")) {
            key = "";
        }
        NameVerdict verdict = signs.credentialName(PropertyKeys.lastSegments(key), false)
                .or(() -> signs.strong(name))
                .orElse(null);
        return verdict == null
                ? Value.NONE
                : Value.label(Label.of(
                        verdict.kind(),
                        Role.EXPECTED,
                        Certainty.CONFIGURED,
                        Messages.quote(name),
                        file,
                        span,
                        Messages.quote(name) + " is configured as '" + (key.isEmpty() ? name : key) + "'"));
    }

    private Value received(
            Annotation annotation, String simple, String name, TypeRef type, SourceFile file, Span span) {
        if (!NAMED_REQUEST.contains(simple) || !TextTypes.isTextual(type)) {
            return Value.NONE;
        }
        String written = attribute(annotation, "value", attribute(annotation, "name", name));
        boolean header = simple.contains("Header") || simple.contains("Cookie");
        // @RequestParam("text") String apiKey: on the wire it has a name that says nothing.
        NameVerdict verdict = signs.credentialName(written, header)
                .or(() -> signs.strong(name))
                .orElse(null);
        return verdict == null
                ? Value.NONE
                : Value.label(Label.of(
                        verdict.kind(),
                        Role.PRESENTED,
                        Certainty.RECEIVED,
                        Messages.quote(name),
                        file,
                        span,
                        Messages.quote(name) + " is received as '" + written + "'"));
    }

    private static String attribute(Annotation annotation, String attribute, String otherwise) {
        Expr value = annotation.value(attribute);
        if (value instanceof Expr.Literal literal && literal.value() instanceof String text && !text.isEmpty()) {
            return text;
        }
        return value instanceof Expr.Field field && field.constant() instanceof String text
                ? text
                : value instanceof Expr.Field field ? field.name() : otherwise;
    }
}
