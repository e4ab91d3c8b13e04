package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodRef;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.Model;
import dev.keywright.checks.models.Operand;
import dev.keywright.checks.models.Role;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.models.SinkKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls: of the program's own methods by their summaries, of libraries by the models, of what nobody knows by caution. */
final class CallFlow {

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
    private static final Set<String> DECODING = Set.of("decode", "decoded", "hex", "unhex");
    private static final Pattern CODEC = Pattern.compile("[Bb](ase)?(64|32|58)|[Hh]ex(?![a-z])|HEX");
    private static final Set<String> HASHING = Set.of(
            "hash",
            "sha",
            "sha1",
            "sha256",
            "sha512",
            "md5",
            "digest",
            "hashed",
            "bcrypt",
            "scrypt",
            "pbkdf2",
            "argon2",
            "fingerprint",
            "checksum");
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
    private static final Set<String> LOOKING =
            Set.of("find", "get", "load", "exists", "read", "query", "fetch", "select", "lookup", "count", "retrieve");
    private static final Set<String> PUTTING = Set.of(
            "put",
            "set",
            "setProperty",
            "add",
            "addProperty",
            "withProperty",
            "putString",
            "property",
            "option",
            "config",
            "param",
            "addParameter",
            "setParameter",
            "field",
            "data");
    /** {@code session.setAttribute("csrfToken", value)}. */
    private static final String ATTRIBUTE = "setAttribute";

    private static final TypeRef TEXT = TypeRef.of("java.lang.String");

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

    /** {@code generateSecret(spec)} makes one: what it is given has another name. */
    private static final Set<String> MAKING =
            Set.of("generate", "create", "make", "get", "load", "derive", "decode", "parse", "find", "compute", "new");

    private static final Set<String> PAIRS =
            Set.of("Cookie", "NewCookie", "DefaultCookie", "BasicClientCookie", "BasicHeader", "BasicNameValuePair");

    private static final Set<String> SIGNED = Set.of("signature", "hmac", "mac", "sign", "sig");

    private static final Set<String> NOT_SIGNING =
            Set.of("verify", "verification", "validate", "validation", "to", "name", "algorithm");

    private final MethodFlow flow;
    private final ExprFlow exprs;
    private final ModelFlow models;
    private final Set<Expr> consumed = MethodFlow.identitySet();

    /** The object that the constructor replayed last has filled. */
    private Value made = Value.NONE;

    CallFlow(MethodFlow flow, ExprFlow exprs) {
        this.flow = flow;
        this.exprs = exprs;
        this.models = new ModelFlow(flow, exprs);
    }

    /** Whether a name says that something is made unreadable. */
    static boolean isMasking(String name) {
        return SecretNames.split(name).stream().anyMatch(MASKING::contains);
    }

    void consumed(Expr.Lambda lambda) {
        consumed.add(lambda);
    }

    /** A call as the engine sees it, whatever form it has in the source. */
    record Site(
            Expr at,
            MethodRef method,
            @Nullable Expr receiverExpr,
            Value receiver,
            TypeRef receiverType,
            List<Expr> argExprs,
            List<Value> args,
            TypeRef resultType,
            Span nameSpan,
            Span span) {

        Span argSpan(int index) {
            return index >= 0 && index < argExprs.size() ? argExprs.get(index).span() : span;
        }

        Span callSpan() {
            return FlowEngine.call(nameSpan, span);
        }
    }

    Value call(Expr.Call call, @Nullable Value receiver) {
        List<Value> args = new ArrayList<>(call.args().size());
        for (Expr arg : call.args()) {
            args.add(exprs.eval(arg));
        }
        boolean implied = call.receiver() == null && !call.method().isStatic();
        Value self = receiver != null ? receiver : implied ? Value.input(Input.THIS, null) : Value.NONE;
        TypeRef receiverType = call.receiver() == null
                ? call.method().isStatic()
                        ? TypeRef.UNKNOWN
                        : TypeRef.of(flow.type().name())
                : call.receiver().type();
        Site site = new Site(
                call,
                call.method(),
                call.receiver(),
                self,
                receiverType,
                call.args(),
                args,
                call.type(),
                call.nameSpan(),
                call.span());
        Value result = apply(site);
        leftovers(site);
        setter(site);
        return result;
    }

    /** {@code setPassword(value)}, {@code withApiKey(value)}, a builder's {@code password(value)}. */
    private void setter(Site site) {
        String name = site.method().name();
        if (site.args().size() == 1 && !MAKING.contains(SecretNames.split(name).get(0))) {
            for (String verb : List.of("set", "with", "add")) {
                if (name.startsWith(verb) && name.length() > verb.length()) {
                    name = name.substring(verb.length());
                }
            }
            flow.named(
                    name,
                    site.argExprs().get(0).type(),
                    site.args().get(0),
                    site.argExprs().get(0));
        } else if (site.args().size() == 2 && (PUTTING.contains(name) || name.equals(ATTRIBUTE))) {
            String key = models.constantText(site, new Operand(0, false, false));
            Value value = site.args().get(1);
            boolean drawn = name.equals(ATTRIBUTE) && value.is(Flag.WEAK_RANDOM);
            if (key != null && (drawn || value.constant() != null && PUTTING.contains(name))) {
                // Whatever its type was before, an attribute is asked for as an object.
                TypeRef type = drawn ? TEXT : site.argExprs().get(1).type();
                flow.named(
                        PropertyKeys.lastSegments(key),
                        type,
                        value,
                        site.argExprs().get(1));
            }
        }
    }

    /** Lambdas that nobody is known to call are called with nothing known: what they do is seen all the same. */
    private void leftovers(Site site) {
        for (int i = 0; i < site.argExprs().size(); i++) {
            if (site.argExprs().get(i) instanceof Expr.Lambda lambda && !consumed.contains(lambda)) {
                exprs.apply(site.args().get(i), List.of());
            }
        }
    }

    private Value apply(Site site) {
        if (site.method().name().equals("<init>")
                && isThrowable(site.method().owner())
                && !flow.engine.declares(site.method())) {
            for (int i = 0; i < site.args().size(); i++) {
                models.sink(SinkKind.ERROR, site, site.args().get(i), i);
            }
            return Value.NONE;
        }
        Value special = Cuts.value(site);
        if (special != null) {
            return special;
        }
        if (rendersByReflection(site)) {
            return flow.engine.rendering().reflected(flow.type());
        }
        List<String> words = SecretNames.split(site.method().name());
        boolean toSuper = site.receiverExpr() instanceof Expr.This self && self.isSuper();
        List<Summary> targets = toSuper
                ? flow.engine.declared(site.method(), flow.method())
                : flow.engine.targets(
                        site.method(), site.receiverType(), site.args().size(), flow.method());
        if (!targets.isEmpty()) {
            return own(site, targets, words);
        }
        Model model = model(site, modelType(site));
        if (model == null && site.receiverType().name().equals("?")) {
            // What a chain began with does not say what it has become: its last call is looked at by itself.
            model = model(site, TypeRef.UNKNOWN);
        }
        if (model == null && modelType(site).name().endsWith(".Builder")) {
            String built = modelType(site).name();
            model = model(site, TypeRef.of(built.substring(0, built.length() - ".Builder".length())));
        }
        models.answered(site);
        if (model != null) {
            Value result = models.apply(site, model);
            result = result.labels().isEmpty() && !result.is(Flag.CLEAN) ? models.entry(site, result) : result;
            return result.labels().isEmpty() && !result.is(Flag.CLEAN) ? named(site, result) : result;
        }
        return unknown(site, words);
    }

    /** commons-lang: {@code ToStringBuilder.reflectionToString(this)}, {@code new ReflectionToStringBuilder(this).toString()}. */
    private static boolean rendersByReflection(Site site) {
        String name = site.method().name();
        boolean whole = !site.args().isEmpty() && site.argExprs().get(0) instanceof Expr.This;
        if (whole && site.args().size() <= 2) {
            return name.equals("reflectionToString")
                    || name.equals("toString")
                            && site.method().owner().simpleName().equals("ReflectionToStringBuilder");
        }
        return (name.equals("toString") || name.equals("build"))
                && site.receiverExpr() instanceof Expr.New creation
                && creation.type().simpleName().equals("ReflectionToStringBuilder")
                && creation.body() == null
                && !creation.args().isEmpty()
                && creation.args().get(0) instanceof Expr.This;
    }

    private @Nullable Model model(Site site, TypeRef type) {
        return flow.engine
                .models()
                .find(
                        site.method(),
                        type,
                        nameOf(site.receiverExpr()),
                        site.args().size(),
                        flow.engine.program());
    }

    /** The type for models: where nothing is known of a chain's middle, what the chain began with. */
    private static TypeRef modelType(Site site) {
        TypeRef type = site.receiverType();
        Expr root = site.receiverExpr();
        while (type.name().equals("?") && root instanceof Expr.Call call) {
            type = call.receiver() == null
                    ? call.method().owner()
                    : call.receiver().type();
            root = call.receiver();
        }
        return type.name().equals("?") && root instanceof Expr.New creation ? creation.type() : type;
    }

    // ---- the program's own methods

    private Value own(Site site, List<Summary> targets, List<String> words) {
        Value result = null;
        for (Summary target : targets) {
            Value returned = replay(site, target);
            result = result == null ? returned : result.join(returned);
        }
        if (words.stream().anyMatch(MASKING::contains)) {
            return Value.CLEAN;
        }
        lookup(site, words);
        Value value = result == null ? Value.NONE : result;
        if (TextTypes.isNumber(site.resultType())) {
            // What is left of a text in a number is no secret; a code, an id, a count.
            value = value.withLabels(List.of());
        }
        value = value.step(
                flow.file(), site.callSpan(), "returned by '" + site.method().name() + "'");
        // A digest of a secret and a message, given by a method that says it signs, is a MAC.
        boolean digest = value.labels().stream().allMatch(label -> label.kind() == Kind.DIGEST);
        if (digest && !value.is(Flag.CLEAN) && value.constant() == null && !value.is(Flag.ENUM)) {
            value = signed(site, words, value);
            value = value.labels().isEmpty() ? named(site, value) : value;
        }
        return presentedBy(site, coded(site, decoded(site, words, value)));
    }

    /** {@code Codec.decode("kJ8h…")}: however a decoder does it, bytes of a literal are as open as the literal. */
    private static Value decoded(Site site, List<String> words, Value value) {
        boolean literals = !site.args().isEmpty() && site.args().stream().allMatch(arg -> arg.constant() != null);
        return literals
                        && value.labels().isEmpty()
                        && words.stream().anyMatch(DECODING::contains)
                        && site.resultType().dims() > 0
                ? value.with(Flag.LITERAL)
                : value;
    }

    /** A project's own Base64 or hex: its loops hide the MAC that goes in, but it comes out again. */
    private static Value coded(Site site, Value value) {
        boolean codec = CODEC.matcher(site.method().name()).find()
                || CODEC.matcher(site.method().owner().simpleName()).find();
        if (!codec || !value.labels().isEmpty() || value.is(Flag.CLEAN) || !TextTypes.isTextual(site.resultType())) {
            return value;
        }
        Value carried = value;
        for (Value arg : site.args()) {
            List<Label> macs = arg.labels().stream()
                    .filter(label -> label.kind() == Kind.MAC)
                    .toList();
            carried =
                    macs.isEmpty() ? carried : carried.joinCarried(arg.carried().withLabels(macs));
        }
        return carried;
    }

    private Value replay(Site site, Summary target) {
        boolean relevant = site.receiver().speaks();
        for (Value arg : site.args()) {
            relevant |= arg.speaks() || arg.fn() != null;
        }
        boolean creation = target.method().isConstructor();
        if (!relevant && !creation && target.writes().isEmpty()) {
            return target.returned().substitute(input -> Value.NONE);
        }
        int parameters = target.method().parameters().size();
        List<Value> passed = new ArrayList<>();
        for (int i = 0; i < site.args().size(); i++) {
            passed.add(site.args()
                    .get(i)
                    .step(
                            flow.file(),
                            site.argSpan(i),
                            Messages.passed(display(site.method().name(), site))));
        }
        Function<Input, Value> given = input -> given(site, passed, parameters, input);
        for (Event event : target.events()) {
            Span span = site.callSpan();
            if (event instanceof Event.Sink sink) {
                span = handing(site, sink.value(), given);
            } else if (event instanceof Event.Text text) {
                span = handing(site, text.value(), given);
            }
            Event seen = event.seenFrom(site.at(), span, flow.file(), given);
            if (seen != null) {
                flow.record(seen);
            }
        }
        for (Summary.FunctionCall call : target.functionCalls()) {
            Value function = given.apply(call.function());
            if (function.fn() != null) {
                exprs.apply(
                        function,
                        call.arguments().stream()
                                .map(argument -> argument.substitute(given))
                                .toList());
            }
        }
        writes(site, target, given, creation);
        return target.returned().substitute(given);
    }

    private static String display(String name, Site site) {
        return name.equals("<init>") ? site.method().owner().simpleName() : name;
    }

    /** The argument that hands in what matters: a finding points there. */
    private Span handing(Site site, Value value, Function<Input, Value> given) {
        for (Input input : value.inputs()) {
            if (input.index() >= 0 && !given.apply(input).allLabels().isEmpty()) {
                return site.argSpan(Math.min(input.index(), site.argExprs().size() - 1));
            }
        }
        return site.callSpan();
    }

    private static Value given(Site site, List<Value> passed, int parameters, Input input) {
        Value whole;
        if (input.index() == Input.THIS) {
            whole = site.receiver();
        } else if (input.index() == parameters - 1 && passed.size() > parameters) {
            whole = Value.NONE;
            for (Value rest : passed.subList(parameters - 1, passed.size())) {
                whole = whole.holding(Value.ELEMENTS, rest);
            }
        } else {
            whole = input.index() < passed.size() ? passed.get(input.index()) : Value.NONE;
        }
        if (input.field() == null) {
            return whole;
        }
        return ExprFlow.fieldOf(whole, input.field(), Value.NONE);
    }

    private void writes(Site site, Summary target, Function<Input, Value> given, boolean creation) {
        if (target.writes().isEmpty()) {
            return;
        }
        Value holder = site.receiver();
        for (Map.Entry<String, Value> write : target.writes().entrySet()) {
            Value value = write.getValue().substitute(given);
            FieldDecl field = flow.engine.findField(target.method().owner(), write.getKey());
            if (field != null && !write.getValue().inputs().isEmpty()) {
                Value handed = value.step(flow.file(), site.span(), Messages.stored(write.getKey()));
                flow.engine.handToField(field, site.at(), handed, target.method());
            }
            if (value.speaks()) {
                holder = holder.holding(Value.field(write.getKey()), value);
                if (site.receiverExpr() instanceof Expr.This || site.receiverExpr() == null && !creation) {
                    flow.writeThis(write.getKey(), value);
                }
            }
        }
        if (!creation && site.receiverExpr() != null && holder != site.receiver()) {
            models.update(site.receiverExpr(), holder);
        }
        made = holder;
    }

    // ---- creation

    Value creation(Expr.New creation) {
        List<Value> args = new ArrayList<>(creation.args().size());
        for (Expr arg : creation.args()) {
            args.add(exprs.eval(arg));
        }
        Site site = new Site(
                creation,
                creation.constructor(),
                null,
                Value.NONE,
                creation.type(),
                creation.args(),
                args,
                creation.type(),
                Span.NONE,
                creation.span());
        if (creation.body() != null) {
            flow.visit(creation.body());
        }
        Value result = create(site, creation);
        entry(site);
        leftovers(site);
        if (isThrowable(creation.type()) && !flow.engine.declares(site.method())) {
            for (int i = 0; i < args.size(); i++) {
                models.sink(SinkKind.ERROR, site, args.get(i), i);
                result = result.joinCarried(args.get(i).rendered());
            }
        }
        return result;
    }

    /** {@code new Cookie("token", value)}: what the first argument says of the second. */
    private void entry(Site site) {
        if (site.args().size() >= 2 && PAIRS.contains(site.receiverType().simpleName())) {
            String name = models.constantText(site, new Operand(0, false, false));
            if (name != null) {
                flow.named(
                        name,
                        site.argExprs().get(1).type(),
                        site.args().get(1),
                        site.argExprs().get(1));
            }
        }
    }

    private Value create(Site site, Expr.New creation) {
        List<Summary> targets = flow.engine.targets(
                site.method(), site.receiverType(), site.args().size(), flow.method());
        if (!targets.isEmpty()) {
            Value result = Value.NONE;
            for (Summary target : targets) {
                made = Value.NONE;
                replay(site, target);
                result = result.join(made);
                made = Value.NONE;
            }
            return result;
        }
        TypeDecl type = flow.engine.type(creation.type());
        if (type != null) {
            return fromComponents(site, type);
        }
        Model model = flow.engine
                .models()
                .find(site.method(), site.receiverType(), "", site.args().size(), flow.engine.program());
        return model == null ? Value.NONE : models.apply(site, model);
    }

    /** A record without a constructor of its own, or a class whose constructor Lombok writes: fields in their order. */
    private Value fromComponents(Site site, TypeDecl type) {
        List<FieldDecl> fields = type.fields().stream()
                .filter(field -> !field.isStatic() && (field.initializer() == null || !field.isFinal()))
                .toList();
        if (fields.size() != site.args().size()) {
            return Value.NONE;
        }
        Value result = Value.NONE;
        for (int i = 0; i < fields.size(); i++) {
            Value value = site.args()
                    .get(i)
                    .step(
                            flow.file(),
                            site.argSpan(i),
                            Messages.stored(fields.get(i).name()));
            flow.engine.handToField(fields.get(i), site.argExprs().get(i), value, null);
            if (value.speaks()) {
                result = result.holding(Value.field(fields.get(i).name()), value);
            }
        }
        return result;
    }

    private boolean isThrowable(TypeRef type) {
        return flow.engine.program().isSubtype(type, "java.lang.Throwable")
                || type.simpleName().endsWith("Exception")
                || type.simpleName().endsWith("Error") && type.name().startsWith("java.lang.");
    }

    // ---- what nobody knows

    private Value unknown(Site site, List<String> words) {
        if (words.stream().anyMatch(MASKING::contains)) {
            return Value.CLEAN;
        }
        if (site.method().name().equals("nextBytes") && site.args().size() == 1) {
            // A generator that nobody knows is no worse than the ones that are known to be weak.
            models.update(site.argExprs().get(0), site.args().get(0).with(Flag.STRONG_RANDOM));
        }
        Value carried = Value.NONE;
        for (int i = 0; i < site.args().size(); i++) {
            // What is encoded under a key, or decoded with it, does not show the key.
            boolean tool =
                    i < site.argExprs().size() && isKey(site.argExprs().get(i).type());
            carried = tool ? carried : carried.joinCarried(site.args().get(i).rendered());
        }
        Value result = Value.NONE;
        boolean unwraps = accessor(site) && UNWRAPPING.contains(site.method().name());
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
        } else if (accessor(site)) {
            result = accessed(site);
            result = result.isNone() && unwraps ? site.receiver().element().without(Flag.LITERAL) : result;
        }
        result = signed(site, words, result);
        lookup(site, words);
        result = result.labels().isEmpty() ? models.entry(site, result) : result;
        return presentedBy(site, result.labels().isEmpty() ? named(site, result) : result);
    }

    private static boolean isKey(TypeRef type) {
        return switch (type.simpleName()) {
            case "Key", "SecretKey", "PrivateKey", "PublicKey", "KeyPair", "SecretKeySpec" -> true;
            default -> false;
        };
    }

    /** {@code findByApiKey(key)}. */
    private void lookup(Site site, List<String> words) {
        int by = words.indexOf("by");
        if (by > 0 && by + 1 < words.size() && LOOKING.contains(words.get(0))) {
            for (int i = 0; i < site.args().size(); i++) {
                models.sink(SinkKind.LOOKUP, site, site.args().get(i), i);
            }
        }
    }

    /** A getter, a record's component, a Lombok accessor: of an object that was made here, or handed in. */
    private boolean accessor(Site site) {
        return site.args().isEmpty() && (site.receiverExpr() != null || site.at() instanceof Expr.MethodReference);
    }

    private Value accessed(Site site) {
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
        FieldDecl field = type == null ? null : flow.engine.findField(type.name(), property);
        if (field == null) {
            return Value.NONE;
        }
        return ExprFlow.fieldOf(site.receiver(), property, flow.engine.fieldValue(field, flow.method()))
                .without(Flag.STATE);
    }

    private Value presentedBy(Site site, Value value) {
        return site.receiver().is(Flag.PRESENTED) && site.receiverExpr() != null && value.constant() == null
                ? value.with(Flag.PRESENTED)
                        .mapLabels(label -> label.role() == Role.NEUTRAL ? label.as(Role.PRESENTED) : label)
                : value;
    }

    /** Whether a method's name, in words, says that it makes a signature. */
    static boolean makesSignature(List<String> words) {
        return words.stream().anyMatch(SIGNING::contains) && words.stream().anyMatch(SIGNED::contains);
    }

    /** {@code computeSignature(payload, secret)}: a MAC by its method's name. */
    private Value signed(Site site, List<String> words, Value before) {
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
        if (!hmac && !keyed && !words.contains("signature")) {
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

    /** What a call's name says of its result. */
    private Value named(Site site, Value before) {
        if (!TextTypes.isTextual(site.resultType()) || before.is(Flag.ENUM)) {
            return before;
        }
        Span span = site.nameSpan().known() ? site.nameSpan() : site.span();
        Value named = flow.engine
                .declared()
                .getter(
                        site.method(),
                        site.resultType(),
                        site.receiverType(),
                        nameOf(site.receiverExpr()),
                        flow.typeName,
                        flow.file(),
                        span);
        if (named.isNone()
                && site.args().isEmpty()
                && UNWRAPPING.contains(site.method().name())
                && !isIdentity(site)) {
            named = flow.engine
                    .declared()
                    .unwrapped(site.receiverExpr(), site.resultType(), site.receiverType(), flow.typeName, flow.file());
        }
        return named.isNone() ? before : before.joinCarried(named);
    }

    /** The text of an object of this program that writes none itself names its class. */
    private boolean isIdentity(Site site) {
        return site.method().name().equals("toString") && flow.engine.type(site.receiverType()) != null;
    }

    /** Calls a method through a reference to it. */
    Value reference(Expr.MethodReference reference, List<Value> arguments) {
        MethodRef method = reference.method();
        Value receiver = Value.NONE;
        List<Value> args = arguments;
        TypeRef receiverType = method.owner();
        if (reference.target() != null) {
            receiver = flow.value(reference.target());
            receiverType = reference.target().type();
        } else if (!method.isStatic() && !method.name().equals("<init>") && !arguments.isEmpty()) {
            receiver = arguments.get(0);
            args = arguments.subList(1, arguments.size());
        }
        List<Expr> argExprs = args.stream().map(arg -> (Expr) reference).toList();
        Site site = new Site(
                reference,
                method,
                reference.target(),
                receiver,
                receiverType,
                argExprs,
                args,
                method.returnType(),
                reference.span(),
                reference.span());
        return method.name().equals("<init>") ? Value.NONE : apply(site);
    }

    /** The name by which a receiver is known: a variable's, a field's, a getter's. */
    static String nameOf(@Nullable Expr expr) {
        return expr instanceof Expr.Cast cast ? nameOf(cast.operand()) : Naming.ofRead(expr);
    }
}
