package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import java.util.List;
import java.util.Set;

/** Calls of methods that nobody has written down: what they give is told by their names, and with caution. */
final class UnknownCalls {

    private static final Set<String> CONVERTING = Set.of(
            "encode",
            "decode",
            "hex",
            "base64",
            "b64",
            "bytes",
            "string",
            "text",
            "trim",
            "utf8",
            "url",
            "escape",
            "unescape",
            "quote",
            "normalize",
            "unwrap",
            "wrap",
            "concat",
            "append",
            "join",
            "format",
            "copy",
            "clone",
            "chars",
            "lower",
            "upper",
            "clean",
            "strip",
            "remove",
            "bearer",
            "json");

    private static final Set<String> HASHING = Set.of(
            "hash",
            "sha",
            "sha1",
            "sha256",
            "sha512",
            "md5",
            "md",
            "digest",
            "hashed",
            "bcrypt",
            "scrypt",
            "pbkdf2",
            "argon2",
            "fingerprint",
            "checksum");

    private static final TypeRef OBJECT = TypeRef.of("java.lang.Object");
    private static final TypeRef OBJECTS = TypeRef.of("java.util.Objects");

    private static final Set<String> RENDERING = Set.of("add", "append", "addValue", "build", "toString");

    private static final Set<String> DRAWING = Set.of("build", "generate", "next", "random");

    private final MethodFlow flow;
    private final CallNames names;
    private final NamedEntries entries;
    private final Mutations mutations;

    UnknownCalls(MethodFlow flow, CallNames names, NamedEntries entries, Mutations mutations) {
        this.flow = flow;
        this.names = names;
        this.entries = entries;
        this.mutations = mutations;
    }

    Value value(CallSite site, List<String> words) {
        if (CallNames.masks(words)) {
            return Value.CLEAN;
        }
        if (site.method().name().equals("nextBytes") && site.args().size() == 1) {
            // A generator that nobody knows is no worse than the ones that are known to be weak.
            mutations.update(site.argExprs().get(0), site.args().get(0).with(Flag.STRONG_RANDOM));
        }
        Value carried = Value.NONE;
        for (int i = 0; i < site.args().size(); i++) {
            // What is encoded under a key, or decoded with it, does not show the key.
            boolean tool =
                    i < site.argExprs().size() && isKey(site.argExprs().get(i).type());
            carried = tool ? carried : carried.joinCarried(site.args().get(i).rendered());
        }
        Value result = Value.NONE;
        boolean unwraps = accessor(site) && CallNames.unwraps(site);
        if (unwraps && !site.receiver().element().labels().isEmpty()) {
            result = site.receiver().element().without(Flag.LITERAL);
        } else if (words.stream().anyMatch(HASHING::contains) && TextTypes.isTextual(site.resultType())) {
            result = carried.digested();
        } else if (words.stream().anyMatch(CONVERTING::contains) && TextTypes.isTextual(site.resultType())) {
            result = carried.joinCarried(
                    words.get(0).equals("to") || words.get(0).equals("as")
                            ? site.receiver().rendered()
                            : Value.NONE);
            boolean literal = site.receiver().isNone()
                    && !site.args().isEmpty()
                    && site.args().stream().allMatch(arg -> arg.is(Flag.LITERAL));
            result = literal ? result.with(Flag.LITERAL) : result.without(Flag.LITERAL);
        } else if (isRendering(site)) {
            result = carried.joinCarried(site.receiver().rendered()).without(Flag.LITERAL);
        } else if (isTextOf(site)) {
            result = carried.without(Flag.LITERAL);
        } else if (accessor(site)) {
            result = accessed(site);
            result = result.isNone() && unwraps ? site.receiver().element().without(Flag.LITERAL) : result;
        }
        if (result.isNone() && site.receiver().is(Flag.WEAK_RANDOM) && isDrawn(site, words)) {
            result = Value.NONE.with(Flag.WEAK_RANDOM);
        }
        result = names.signed(site, words, result);
        names.lookup(site, words);
        result = result.labels().isEmpty() ? entries.read(site, result) : result;
        return site.presented(result.labels().isEmpty() ? names.named(site, result) : result);
    }

    static boolean compares(CallSite site) {
        return site.method().name().equals("equals");
    }

    /** {@code bytes.equals(others)}, {@code Bytes.equals(one, other)}: whose equality it is, of a type that is not at hand. */
    static TypeRef comparing(CallSite site) {
        return site.receiverExpr() == null ? OBJECTS : OBJECT;
    }

    /** {@code ToString.builder("Proxy").add("password", password).build()}: a text is put together by a helper that says so. */
    boolean isRendering(CallSite site) {
        if (!flow.method().name().equals("toString")
                || !RENDERING.contains(site.method().name())) {
            return false;
        }
        Expr root = site.receiverExpr();
        for (int links = 0; links < 100 && root instanceof Expr.Call call; links++) {
            if (call.method().owner().simpleName().equals("ToString")) {
                return true;
            }
            root = call.receiver();
        }
        return false;
    }

    /** {@code AsciiString.of(text)}, {@code Utf8String.valueOf(text)}: the same text in a type that is named after it. */
    private static boolean isTextOf(CallSite site) {
        String name = site.method().name();
        return site.receiverExpr() == null
                && site.args().size() == 1
                && (name.equals("of") || name.equals("valueOf"))
                && site.method().owner().simpleName().endsWith("String");
    }

    /** What a builder that nobody knows builds, and what that gives: of a generator that can be predicted. */
    private static boolean isDrawn(CallSite site, List<String> words) {
        return !words.isEmpty()
                && DRAWING.contains(words.get(0))
                && site.method().owner().name().equals("?");
    }

    private static boolean isKey(TypeRef type) {
        return switch (type.simpleName()) {
            case "Key", "SecretKey", "PrivateKey", "PublicKey", "KeyPair", "SecretKeySpec" -> true;
            default -> false;
        };
    }

    /** A getter, a record's component, a Lombok accessor: of an object that was made here, or handed in. */
    private boolean accessor(CallSite site) {
        return site.args().isEmpty() && (site.receiverExpr() != null || site.at() instanceof Expr.MethodReference);
    }

    private Value accessed(CallSite site) {
        String name = site.method().name();
        String property = name;
        for (String verb : List.of("get", "is")) {
            if (name.startsWith(verb)
                    && name.length() > verb.length()
                    && Character.isUpperCase(name.charAt(verb.length()))) {
                property = Character.toLowerCase(name.charAt(verb.length())) + name.substring(verb.length() + 1);
            }
        }
        TypeDecl type = flow.engine.type(site.receiverType());
        FieldDecl field = type == null ? null : flow.engine.fields().find(type.name(), property);
        if (field == null) {
            return Value.NONE;
        }
        return FieldReads.fieldOf(
                        site.receiver(),
                        property,
                        flow.engine
                                .fields()
                                .value(field, flow.method(), site.receiverType().name()))
                .without(Flag.STATE);
    }
}
