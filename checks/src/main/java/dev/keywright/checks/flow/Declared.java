package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.MethodRef;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.Role;
import dev.keywright.checks.models.SecretNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What declarations say of the values they hold: annotations, types and, with the caution of the catalogue, names. */
final class Declared {

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

    private static final Set<String> PLACES = Set.of("resource", "file", "path", "location", "url", "uri", "classpath");

    private static final Set<String> INPUTS =
            Set.of("field", "input", "edit", "edittext", "box", "textbox", "textfield", "text", "txt", "entry");

    private static final Set<String> WORKERS = Set.of(
            "manager",
            "validator",
            "verifier",
            "authenticator",
            "checker",
            "filter",
            "interceptor",
            "handler",
            "service",
            "provider",
            "matcher",
            "guard",
            "signer",
            "controller",
            "resolver");

    private final SecretNames names;
    private final NameSigns signs;
    private final AnnotatedValues annotated;
    private final HandedNames handed;

    Declared(Program program, SecretNames names) {
        this.names = names;
        this.signs = new NameSigns(program, names);
        this.annotated = new AnnotatedValues(program, names, signs);
        this.handed = new HandedNames(program);
    }

    SecretNames names() {
        return names;
    }

    NameSigns signs() {
        return signs;
    }

    Value field(FieldDecl field, SourceFile file, String ownerSimpleName) {
        if (field.enumConstant()) {
            return Value.NONE.with(Flag.ENUM);
        }
        Value declared = annotated.of(field.annotations(), field.name(), field.type(), file, field.nameSpan());
        if (declared != null) {
            return declared.with(Flag.STATE);
        }
        // A caller's own object: its fields are what the caller sent.
        Role role =
                names.hasWord("caller", ownerSimpleName) && !isWorker(ownerSimpleName) ? Role.PRESENTED : Role.EXPECTED;
        Value value = signs.named(field.name(), field.type(), ownerSimpleName, role, file, field.nameSpan());
        if ((role == Role.PRESENTED || !value.isNone()) && handed.isName(field)) {
            return Value.NONE.with(Flag.STATE);
        }
        return role == Role.PRESENTED ? value.with(Flag.PRESENTED) : value.with(Flag.STATE);
    }

    /** {@code RequestValidator}, {@code HeaderAccessManager}: it works on what callers send, and is not what they send. */
    private static boolean isWorker(String type) {
        List<String> words = SecretNames.split(type);
        return words.size() > 1 && WORKERS.contains(words.get(words.size() - 1));
    }

    /** Whether a type of that simple name may be all headers of a message. */
    static boolean mayBeWholeHeaders(String simpleName) {
        for (String type : WHOLE_HEADERS) {
            if (type.endsWith(simpleName) && type.charAt(type.length() - simpleName.length() - 1) == '.') {
                return true;
            }
        }
        return false;
    }

    Value parameter(Variable parameter, SourceFile file, String ownerSimpleName) {
        Value declared = annotated.of(
                parameter.annotations(), parameter.name(), parameter.varType(), file, parameter.nameSpan());
        if (declared != null) {
            return declared;
        }
        if (WHOLE_HEADERS.contains(parameter.varType().name())) {
            return Value.NONE.with(Flag.REQUEST_MAP);
        }
        Role role = signs.role(parameter.name());
        return signs.named(parameter.name(), parameter.varType(), ownerSimpleName, role, file, parameter.nameSpan());
    }

    /** {@code keyFromResource(String key)}: what the one text is that such a method is handed says its name, where it lies. */
    static boolean takesPlace(MethodDecl method) {
        List<String> words = SecretNames.split(method.name());
        return words.lastIndexOf("from") > 0
                && PLACES.contains(words.get(words.size() - 1))
                && method.parameters().stream()
                                .filter(parameter -> parameter.varType().isString())
                                .count()
                        == 1;
    }

    /** What a local's name adds to the value it is given. */
    Value local(Variable variable, SourceFile file, String ownerSimpleName) {
        Value declared =
                annotated.of(variable.annotations(), variable.name(), variable.varType(), file, variable.nameSpan());
        if (declared != null) {
            return declared;
        }
        Role role = signs.role(variable.name());
        return signs.named(variable.name(), variable.varType(), ownerSimpleName, role, file, variable.nameSpan());
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
        String property = Property.of(method.name());
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
        Value value = signs.named(property, result, context, role, file, span);
        return role == Role.PRESENTED && !value.isNone() ? value.with(Flag.PRESENTED) : value;
    }

    /** {@code passwordField}, {@code tokenInput}: the text in it is what was typed. */
    private static String typedInto(String name) {
        List<String> words = SecretNames.split(name);
        int last = words.size() - 1;
        while (last > 0 && INPUTS.contains(words.get(last))) {
            last--;
        }
        return last == words.size() - 1 ? name : String.join("_", words.subList(0, last + 1));
    }

    /** What the name of a wrapper says of the text it gives: {@code secret.getPlainText()}, {@code getApiKey().get()}. */
    Value unwrapped(
            @Nullable Expr wrapper, TypeRef result, TypeRef wrapperType, String ownerSimpleName, SourceFile file) {
        String name = CallSite.nameOf(wrapper);
        if (wrapper == null
                || name.isEmpty()
                || name.equals(name.toUpperCase(Locale.ROOT))
                || TextTypes.isTextual(wrapperType) && !wrapperType.name().equals("?")) {
            return Value.NONE;
        }
        if (wrapper instanceof Expr.Call call) {
            return getter(
                    call.method(),
                    result,
                    call.receiver() == null ? TypeRef.UNKNOWN : call.receiver().type(),
                    CallSite.nameOf(call.receiver()),
                    ownerSimpleName,
                    file,
                    call.span());
        }
        name = typedInto(name);
        NameVerdict verdict = names.classify(name).orElse(null);
        if (verdict == null || !verdict.strong() || verdict.kind() == Kind.TOKEN && signs.isParser(ownerSimpleName)) {
            return Value.NONE;
        }
        Role role = wrapper instanceof Expr.Field ? Role.EXPECTED : signs.role(name);
        return signs.named(name, result, ownerSimpleName, role, file, wrapper.span());
    }
}
