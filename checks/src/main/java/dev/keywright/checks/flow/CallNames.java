package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Span;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.LookUpName;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.Role;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.models.SinkKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the name of a method says of a call: it masks, looks something up, signs, gives a secret. */
final class CallNames {

    private static final Set<String> MASKING = Set.of(
            "mask",
            "masked",
            "masking",
            "redact",
            "redacted",
            "obfuscate",
            "obfuscated",
            "sanitize",
            "sanitise",
            "scrub",
            "censor",
            "hide",
            "anonymize",
            "anonymise",
            "encrypt",
            "crypt",
            "encipher",
            "truncate",
            "shorten",
            "abbreviate",
            "wipe",
            "strip");

    private static final Set<String> SHOWING = Set.of(
            "show", "debug", "trace", "log", "print", "include", "reveal", "expose", "dump", "display", "append");

    private static final Set<String> SHOWN = Set.of(
            "password", "passwords", "secret", "secrets", "credential", "credentials", "token", "tokens", "passwd");

    private static final Set<String> SIGNING = Set.of(
            "compute",
            "calculate",
            "generate",
            "create",
            "make",
            "calc",
            "build",
            "sign",
            "hmac",
            "expected",
            "derive",
            "do");

    private static final Set<String> SIGNED = Set.of("signature", "hmac", "mac", "sign", "sig", "prf");

    private static final Set<String> NOT_SIGNING =
            Set.of("verify", "verification", "validate", "validation", "to", "name", "algorithm", "error");

    /** What holds texts for people, by a method each: {@code messages.wrongPassword()}. */
    private static final Set<String> TEXTS = Set.of("messages", "msgs", "bundle", "labels", "texts");

    private static final Set<String> OF_CODE = Set.of("method", "methods", "class", "type", "constructor", "exception");

    private static final Set<String> CODE_TYPES = Set.of(
            "Method",
            "Constructor",
            "Executable",
            "Class",
            "Type",
            "ExecutableElement",
            "TypeMirror",
            "MethodType",
            // The hash of a certificate, or of the signature of a program, says who signed.
            "Signature",
            "Certificate",
            "X509Certificate");

    /** Methods that give what an object wraps: of a secret's wrapper, the secret. */
    private static final Set<String> UNWRAPPING = Set.of(
            "get",
            "getPlainText",
            "getClearText",
            "getPlaintext",
            "plainText",
            "value",
            "getValue",
            "stringValue",
            "textValue",
            "getAsString",
            "asString",
            "asText",
            "getText",
            "getString",
            "string",
            "reveal",
            "expose",
            "getSecret",
            "orElseThrow",
            "toCharArray",
            "getBytes",
            "toString");

    private final MethodFlow flow;
    private final CallSinks sinks;

    CallNames(MethodFlow flow, CallSinks sinks) {
        this.flow = flow;
        this.sinks = sinks;
    }

    /** Whether a name says that something is made unreadable. */
    static boolean isMasking(String name) {
        return SecretNames.says(name, MASKING);
    }

    /** {@code debugPassword}, {@code includeSecrets}: whether to show what is kept from view otherwise. */
    static boolean showsSecret(String name) {
        List<String> words = SecretNames.split(name);
        String all = name.toLowerCase(Locale.ROOT);
        return words.size() > 1
                        && SHOWING.contains(words.get(0))
                        && words.stream().anyMatch(SHOWN::contains)
                || SHOWING.stream()
                        .anyMatch(word -> SHOWN.contains(all.substring(Math.min(word.length(), all.length())))
                                && all.startsWith(word));
    }

    static boolean masks(List<String> words) {
        // cloneWithoutCredentials(properties)
        int without = words.indexOf("without");
        // getUnsignedToken(credential): what is left is of no use to anybody.
        without = without < 0 ? words.indexOf("unsigned") : without;
        return words.stream().anyMatch(MASKING::contains)
                || without >= 0 && words.subList(without, words.size()).stream().anyMatch(SHOWN::contains);
    }

    /** Whether a method gives what an object wraps. */
    static boolean unwraps(CallSite site) {
        return UNWRAPPING.contains(site.method().name());
    }

    /** {@code findByApiKey(key)}. */
    void lookup(CallSite site, List<String> words) {
        List<String> properties = LookUpName.properties(words);
        if (!properties.isEmpty()) {
            for (int i = 0; i < site.args().size(); i++) {
                Value given = site.args().get(i);
                Value sought = i < properties.size() ? sought(site, properties.get(i), given) : given;
                sinks.sink(SinkKind.LOOKUP, site, sought, i);
            }
        }
    }

    /** What a request brought and is looked for among keys is a key, whatever its header was called. */
    private Value sought(CallSite site, String property, Value value) {
        if (!value.is(Flag.PRESENTED) || !value.labels().isEmpty()) {
            return value;
        }
        return flow.names()
                .classify(property)
                .filter(NameVerdict::strong)
                .map(verdict -> value.plus(Label.of(
                        verdict.kind(),
                        Role.PRESENTED,
                        Certainty.RECEIVED,
                        Messages.quote(property.replace('_', ' ')),
                        flow.file(),
                        site.span(),
                        Messages.made("looked for", site.method().name()))))
                .orElse(value);
    }

    /** Whether a method's name, in words, says that it makes a signature. */
    static boolean makesSignature(List<String> words) {
        return words.stream().anyMatch(SIGNING::contains) && words.stream().anyMatch(SIGNED::contains);
    }

    /** Whether what a method of that name gives may be a signature, whatever is handed to it. */
    static boolean mayGiveSignature(List<String> words) {
        return makesSignature(words)
                && (words.contains("hmac") || words.contains("mac") || words.contains("signature"))
                && words.stream().noneMatch(NOT_SIGNING::contains);
    }

    /** {@code computeSignature(payload, secret)}: a MAC by its method's name. */
    Value signed(CallSite site, List<String> words, Value before) {
        // getSignature(text) makes one where what it gives is a digest.
        boolean makes = makesSignature(words)
                || words.contains("get")
                        && words.stream().anyMatch(SIGNED::contains)
                        && !before.labels().isEmpty();
        boolean data = site.resultType().dims() > 0
                || site.resultType().simpleName().equals("String")
                || site.resultType().name().equals("?");
        if (!makes || site.args().isEmpty() || !data || words.stream().anyMatch(NOT_SIGNING::contains)) {
            return before;
        }
        boolean hmac = words.contains("hmac") || words.contains("mac");
        boolean keyed =
                site.args().stream().anyMatch(arg -> arg.labels().stream().anyMatch(Label::sure));
        if (!keyed && isOfCode(site, words)) {
            return before;
        }
        // hmacSha1(salt, host): with nothing secret in it, a hash that anybody can make who has the salt.
        boolean salted = !keyed
                && site.argExprs().stream().anyMatch(arg -> CallSite.nameOf(arg).equalsIgnoreCase("salt"));
        if (salted || !hmac && !keyed && !words.contains("signature")) {
            return before;
        }
        return before.plus(Label.of(
                Kind.MAC,
                Role.EXPECTED,
                Certainty.COMPUTED,
                "signature computed",
                flow.file(),
                site.callSpan(),
                Messages.made("signature computed", site.method().name())));
    }

    /** {@code buildMethodSignature(types)}: what a method takes and gives is no MAC. */
    private static boolean isOfCode(CallSite site, List<String> words) {
        return words.stream().anyMatch(OF_CODE::contains)
                || site.argExprs().stream()
                        .anyMatch(arg -> CODE_TYPES.contains(arg.type().simpleName()));
    }

    /** What a call's name says of its result. */
    Value named(CallSite site, Value before) {
        if (!TextTypes.isTextual(site.resultType())
                || before.is(Flag.ENUM)
                || TEXTS.contains(SecretNames.last(site.method().owner().simpleName()))
                || TEXTS.contains(SecretNames.last(site.receiverType().simpleName()))) {
            return before;
        }
        Span span = site.nameSpan().known() ? site.nameSpan() : site.span();
        Value named = flow.engine
                .declared()
                .getter(
                        site.method(),
                        site.resultType(),
                        site.receiverType(),
                        CallSite.nameOf(site.receiverExpr()),
                        flow.typeName,
                        flow.file(),
                        span);
        if (named.isNone() && site.args().isEmpty() && unwraps(site) && !isIdentity(site)) {
            named = flow.engine
                    .declared()
                    .unwrapped(site.receiverExpr(), site.resultType(), site.receiverType(), flow.typeName, flow.file());
        }
        return named.isNone() ? before : before.joinCarried(named);
    }

    /** The text of an object of this program that writes none itself names its class. */
    private boolean isIdentity(CallSite site) {
        return site.method().name().equals("toString") && flow.engine.type(site.receiverType()) != null;
    }
}
