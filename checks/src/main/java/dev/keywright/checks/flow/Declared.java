package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodRef;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.Role;
import dev.keywright.checks.models.SecretNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What declarations say of the values they hold: annotations, types and, with the caution of the catalogue, names. */
final class Declared {

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

    /** Types that are all headers of a message. */
    private static final Set<String> WHOLE_HEADERS = Set.of(
            "io.grpc.Metadata",
            "io.netty.handler.codec.http.HttpHeaders",
            "io.vertx.core.MultiMap",
            "java.net.http.HttpHeaders",
            "org.springframework.http.HttpHeaders",
            "okhttp3.Headers",
            "io.micronaut.http.HttpHeaders",
            "jakarta.ws.rs.core.HttpHeaders",
            "javax.ws.rs.core.HttpHeaders");

    private static final Map<String, String> CONFIG_ANNOTATIONS =
            Map.of("Value", "value", "ConfigProperty", "name", "Property", "name");

    private final Program program;
    private final SecretNames names;
    private final HandedNames handed;

    Declared(Program program, SecretNames names) {
        this.program = program;
        this.names = names;
        this.handed = new HandedNames(program);
    }

    SecretNames names() {
        return names;
    }

    Value field(FieldDecl field, SourceFile file, String ownerSimpleName) {
        if (field.enumConstant()) {
            return Value.NONE.with(Flag.ENUM);
        }
        Value declared = annotated(field.annotations(), field.name(), field.type(), file, field.nameSpan());
        if (declared != null) {
            return declared.with(Flag.STATE);
        }
        // A caller's own object: its fields are what the caller sent.
        Role role = names.hasWord("caller", ownerSimpleName) ? Role.PRESENTED : Role.EXPECTED;
        Value value = named(field.name(), field.type(), ownerSimpleName, role, file, field.nameSpan());
        if ((role == Role.PRESENTED || !value.isNone()) && handed.isName(field)) {
            return Value.NONE.with(Flag.STATE);
        }
        return role == Role.PRESENTED ? value.with(Flag.PRESENTED) : value.with(Flag.STATE);
    }

    Value parameter(Variable parameter, SourceFile file, String ownerSimpleName) {
        Value declared =
                annotated(parameter.annotations(), parameter.name(), parameter.varType(), file, parameter.nameSpan());
        if (declared != null) {
            return declared;
        }
        if (WHOLE_HEADERS.contains(parameter.varType().name())) {
            return Value.NONE.with(Flag.REQUEST_MAP);
        }
        Role role = roleByName(parameter.name());
        return named(parameter.name(), parameter.varType(), ownerSimpleName, role, file, parameter.nameSpan());
    }

    /** What a local's name adds to the value it is given. */
    Value local(Variable variable, SourceFile file, String ownerSimpleName) {
        Value declared =
                annotated(variable.annotations(), variable.name(), variable.varType(), file, variable.nameSpan());
        if (declared != null) {
            return declared;
        }
        Role role = roleByName(variable.name());
        return named(variable.name(), variable.varType(), ownerSimpleName, role, file, variable.nameSpan());
    }

    /** What a method's name says of its result. */
    Value getter(
            MethodRef method,
            TypeRef result,
            TypeRef receiverType,
            String receiverName,
            String ownerSimpleName,
            SourceFile file,
            Span span) {
        String property = property(method.name());
        if (property == null) {
            return Value.NONE;
        }
        String typeName = receiverType.name().equals("?") ? "" : receiverType.simpleName();
        Role role = Role.NEUTRAL;
        if (names.hasWord("caller", typeName) || typeName.isEmpty() && names.hasWord("caller", receiverName)) {
            role = Role.PRESENTED;
        } else if (names.hasWord("keeper", typeName) || names.hasWord("keeper", receiverName)) {
            role = Role.EXPECTED;
        } else if (names.hasWord("caller", receiverName)) {
            role = Role.PRESENTED;
        }
        String context = typeName.isEmpty() ? receiverName.isEmpty() ? ownerSimpleName : receiverName : typeName;
        Value value = named(property, result, context, role, file, span);
        return role == Role.PRESENTED && !value.isNone() ? value.with(Flag.PRESENTED) : value;
    }

    /** What the name of a wrapper says of the text it gives: {@code secret.getPlainText()}, {@code getApiKey().get()}. */
    Value unwrapped(
            @Nullable Expr wrapper, TypeRef result, TypeRef wrapperType, String ownerSimpleName, SourceFile file) {
        String name = CallFlow.nameOf(wrapper);
        if (wrapper == null
                || name.isEmpty()
                || name.equals(name.toUpperCase(Locale.ROOT))
                || textual(wrapperType) && !wrapperType.name().equals("?")) {
            return Value.NONE;
        }
        if (wrapper instanceof Expr.Call call) {
            return getter(
                    call.method(),
                    result,
                    call.receiver() == null ? TypeRef.UNKNOWN : call.receiver().type(),
                    CallFlow.nameOf(call.receiver()),
                    ownerSimpleName,
                    file,
                    call.span());
        }
        if (names.classify(name).filter(NameVerdict::strong).isEmpty()) {
            return Value.NONE;
        }
        Role role = wrapper instanceof Expr.Field ? Role.EXPECTED : roleByName(name);
        return named(name, result, ownerSimpleName, role, file, wrapper.span());
    }

    /** The property that a getter-like name speaks of. */
    static @Nullable String property(String method) {
        for (String verb : List.of("get", "fetch", "read", "load", "find", "resolve", "obtain", "lookup", "retrieve")) {
            if (method.startsWith(verb)
                    && method.length() > verb.length()
                    && Character.isUpperCase(method.charAt(verb.length()))) {
                // "findByApiKey" finds what has the key, not the key.
                String property = method.substring(verb.length());
                return property.startsWith("By") && !property.startsWith("Byte") ? null : property;
            }
        }
        for (String verb : List.of(
                "set",
                "with",
                "add",
                "is",
                "has",
                "check",
                "validate",
                "verify",
                "to",
                "on",
                "use",
                "hash",
                "encode",
                "encrypt",
                "change",
                "reset",
                "update",
                "delete",
                "remove",
                "match",
                "matches",
                "mask",
                "save",
                "put",
                "compare",
                "contains",
                "extract",
                "parse",
                "handle",
                "skip",
                "expect",
                "assert",
                "write",
                "print",
                "log",
                "append",
                "require",
                "clear",
                "revoke",
                "forget",
                "send",
                "render",
                "build",
                "show",
                "init",
                "apply",
                "decode",
                "deserialize",
                "receive",
                "process",
                "authenticate",
                "introspect",
                "exchange",
                "invalidate",
                "store",
                "register",
                "issue",
                "try",
                "do",
                "can",
                "should",
                "accept",
                "reject",
                "request",
                "supports",
                "create",
                "new",
                "evict",
                "negotiate",
                "perform",
                "execute",
                "invoke",
                "run",
                "start",
                "stop",
                "ensure",
                "configure",
                "prompt",
                "ask")) {
            if (method.startsWith(verb)
                    && (method.length() == verb.length() || Character.isUpperCase(method.charAt(verb.length())))) {
                return null;
            }
        }
        return method;
    }

    private @Nullable Value annotated(
            List<Annotation> annotations, String name, TypeRef type, SourceFile file, Span span) {
        for (Annotation annotation : annotations) {
            String simple = annotation.type().simpleName();
            if (simple.equals("Secret") && annotation.type().name().startsWith("dev.keywright")
                    || simple.equals("Secret") && !annotation.type().resolved()) {
                NameVerdict verdict = names.classify(name).orElse(new NameVerdict(Kind.KEY, true, false));
                return Value.label(Label.of(
                        verdict.kind(),
                        Role.EXPECTED,
                        Certainty.DECLARED,
                        quote(name),
                        file,
                        span,
                        quote(name) + " is declared @Secret"));
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
                boolean whole = NAMED_REQUEST.contains(simple) || simple.equals("Headers");
                return whole && REQUEST_MAPS.contains(type.simpleName()) ? value.with(Flag.REQUEST_MAP) : value;
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
                            quote(name),
                            file,
                            span,
                            quote(name) + " has a type that is declared @Secret")
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
        if (!textual(type)) {
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
        NameVerdict verdict =
                credentialName(lastSegments(key), false).or(() -> strong(name)).orElse(null);
        return verdict == null
                ? Value.NONE
                : Value.label(Label.of(
                        verdict.kind(),
                        Role.EXPECTED,
                        Certainty.CONFIGURED,
                        quote(name),
                        file,
                        span,
                        quote(name) + " is configured as '" + (key.isEmpty() ? name : key) + "'"));
    }

    /** The last two segments of a dotted key: {@code app.security.api-key} is an API key, {@code app.key.name} a name. */
    static String lastSegments(String key) {
        int last = key.lastIndexOf('.');
        int before = last > 0 ? key.lastIndexOf('.', last - 1) : -1;
        return before >= 0 ? key.substring(before + 1) : key;
    }

    private Value received(
            Annotation annotation, String simple, String name, TypeRef type, SourceFile file, Span span) {
        if (!NAMED_REQUEST.contains(simple) || !textual(type)) {
            return Value.NONE;
        }
        String written = attribute(annotation, "value", attribute(annotation, "name", name));
        boolean header = simple.contains("Header") || simple.contains("Cookie");
        NameVerdict verdict = credentialName(written, header).orElse(null);
        return verdict == null
                ? Value.NONE
                : Value.label(Label.of(
                        verdict.kind(),
                        Role.PRESENTED,
                        Certainty.RECEIVED,
                        quote(name),
                        file,
                        span,
                        quote(name) + " is received as '" + written + "'"));
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

    private Optional<NameVerdict> strong(String name) {
        return names.classify(name).filter(NameVerdict::strong);
    }

    /**
     * What the name of a header, parameter, property or variable says. Outside of code, a bare {@code token}, {@code
     * Authorization} or {@code X-Signature} is sign enough; {@code key} and {@code code} are not.
     */
    Optional<NameVerdict> credentialName(String name, boolean header) {
        return isMessageKey(name) ? Optional.empty() : namesCredential(name, header);
    }

    /** {@code combinedRealm.getPassword}: the key of a text about a method. */
    static boolean isMessageKey(String name) {
        int from = name.lastIndexOf('.') + 1;
        return from > 0
                && name.length() > from + 3
                && (name.startsWith("get", from) || name.startsWith("set", from))
                && Character.isUpperCase(name.charAt(from + 3));
    }

    private Optional<NameVerdict> namesCredential(String name, boolean header) {
        return names.classify(name)
                .filter(verdict -> verdict.strong()
                        || verdict.kind() == Kind.TOKEN
                                && (header || !names.endsWithWord("switch", name))
                                // "auth_to_local" is no "auth".
                                && !names.hasWord("preposition", name)
                                && !name.toLowerCase(Locale.ROOT).contains("nonce")
                                && !name.toLowerCase(Locale.ROOT).endsWith("id")
                        || header && verdict.kind() == Kind.MAC);
    }

    Value named(String name, TypeRef type, String context, Role role, SourceFile file, Span span) {
        if (!textual(type)) {
            return Value.NONE;
        }
        NameVerdict verdict = names.classify(name).orElse(null);
        boolean constantName = name.indexOf('_') > 0 && name.equals(name.toUpperCase(Locale.ROOT));
        if (verdict == null || !verdict.strong() && (type.name().equals("?") || constantName) || isKinds(name, type)) {
            return Value.NONE;
        }
        Certainty certainty =
                verdict.strong() || weakIn(name, verdict, context, file) ? Certainty.NAMED : Certainty.HINTED;
        if (!verdict.strong() && names.hasWord("parsing", context) && !names.hasWord("security", context)) {
            return Value.NONE;
        }
        return Value.label(Label.of(
                verdict.kind(), role, certainty, quote(name), file, span, quote(name) + " is named like a secret"));
    }

    /** A collection of "credentials" lists which kinds of them somebody has, or claims, not secret texts. */
    private static boolean isKinds(String name, TypeRef type) {
        return switch (type.simpleName()) {
            case "List", "Set", "Collection", "Iterable" ->
                name.toLowerCase(Locale.ROOT).endsWith("credentials");
            default -> false;
        };
    }

    /** The second sign of a bare word: the class it stands in. */
    private boolean weakIn(String name, NameVerdict verdict, String context, SourceFile file) {
        String rest = withoutToken(context);
        return verdict.kind() == Kind.TOKEN
                && names.hasWord("security", context.replace("AccessLog", "Log"))
                && !names.hasWord("parsing", rest)
                && name.toLowerCase(Locale.ROOT).endsWith("token")
                // A class by the name of a token is a parser's own where one parses.
                && (names.hasWord("security", rest) || !parses(file));
    }

    private boolean parses(SourceFile file) {
        return !file.types().isEmpty()
                && names.hasWord("parsing", withoutToken(file.types().get(0).simpleName()));
    }

    /** A log of accesses is no control of them. */
    private static String withoutToken(String context) {
        return context.replace("Token", "").replace("token", "").replace("AccessLog", "Log");
    }

    private Role roleByName(String name) {
        List<String> words = SecretNames.split(name);
        if (words.size() > 1) {
            if (names.list("expected").contains(words.get(0))) {
                return Role.EXPECTED;
            }
            if (names.list("presented").contains(words.get(0))) {
                return Role.PRESENTED;
            }
        }
        return Role.NEUTRAL;
    }

    /** Whether values of a type are text, or hold text, as far as is known. */
    static boolean textual(TypeRef type) {
        return switch (type.simpleName()) {
            case "String", "CharSequence", "StringBuilder", "StringBuffer", "?", "ByteBuffer", "ByteString" -> true;
            case "char", "byte" -> type.dims() > 0;
            case "Optional",
                    "List",
                    "Set",
                    "Collection",
                    "Mono",
                    "Flux",
                    "Supplier",
                    "CompletableFuture",
                    "Future",
                    "AtomicReference",
                    "Iterable",
                    "Uni" -> type.args().isEmpty() || textual(type.args().get(0));
            case "var" -> true;
            default -> false;
        };
    }

    /** Numbers that hold no text: an {@code int} may be one character, or the hash of many. */
    static boolean isNumber(TypeRef type) {
        return type.dims() == 0
                && switch (type.name()) {
                    case "short",
                            "long",
                            "float",
                            "double",
                            "boolean",
                            "java.lang.Short",
                            "java.lang.Long",
                            "java.lang.Float",
                            "java.lang.Double",
                            "java.lang.Boolean" -> true;
                    default -> false;
                };
    }

    static String quote(String name) {
        return "'" + name + "'";
    }
}
