package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.SecretNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Calls of the program's own methods: what happens in them to their inputs is replayed with the caller's values. */
final class OwnCalls {

    private static final Set<String> DECODING = Set.of("decode", "decoded", "hex", "unhex");
    private static final Pattern CODEC = Pattern.compile("[Bb](ase)?(64|32|58)|[Hh]ex(?![a-z])|HEX");

    private static final Set<String> ASKING =
            Set.of("get", "read", "find", "fetch", "load", "lookup", "require", "resolve");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)+");

    private static final Set<String> LIMITS = Set.of("max", "maximum", "limit", "atmost");

    private final MethodFlow flow;
    private final ExprFlow exprs;
    private final CallNames names;
    private final Mutations mutations;

    private final Made madeHere;

    /** The object that the constructor replayed last has filled. */
    private Value made = Value.NONE;

    OwnCalls(MethodFlow flow, ExprFlow exprs, CallNames names, Mutations mutations) {
        this.flow = flow;
        this.exprs = exprs;
        this.names = names;
        this.mutations = mutations;
        this.madeHere = new Made(flow.engine);
    }

    Value value(CallSite site, List<Summary> targets, List<String> words) {
        Value result = null;
        for (Summary target : targets) {
            Value returned = madeHere.of(site.receiver(), target, replay(site, target, targets.size() == 1));
            result = result == null ? returned : result.join(returned);
        }
        if (CallNames.masks(words) || showsFew(site, targets.get(0))) {
            return Value.CLEAN;
        }
        names.lookup(site, words);
        boolean other = asksForOther(site, words);
        Value value = result == null ? Value.NONE : withoutGuesses(site, targets.get(0), other, result);
        if (value.constant() != null && !isFinal(targets)) {
            value = value.with(Flag.OPEN);
        }
        if (TextTypes.isNumber(site.resultType())) {
            // What is left of a text in a number is no secret; a code, an id, a count.
            value = value.withLabels(List.of());
        }
        value = value.step(
                flow.file(), site.callSpan(), Way.RETURNED, site.method().name());
        // A digest of a secret and a message, given by a method that says it signs, is a MAC.
        boolean digest = value.labels().stream().allMatch(label -> label.kind() == Kind.DIGEST);
        if (digest && !value.is(Flag.CLEAN) && value.constant() == null && !value.is(Flag.ENUM)) {
            value = names.signed(site, words, value);
            value = value.labels().isEmpty() && !other ? names.named(site, value) : value;
        }
        return site.presented(coded(site, decoded(site, words, value)));
    }

    /**
     * Without what names say that this call knows better: {@code arguments("***")} has no password in it, whatever the parameter
     * is called, and {@code getPasswordString("oauth.endpoint")} gives what its key names.
     */
    private Value withoutGuesses(CallSite site, Summary target, boolean other, Value value) {
        if (value.allLabels().isEmpty()) {
            return value;
        }
        List<Span> written = new ArrayList<>();
        List<Variable> parameters = target.method().parameters();
        for (int i = 0; i < Math.min(site.args().size(), parameters.size()); i++) {
            String text = site.args().get(i).text();
            if (text != null && !LiteralSecrets.looksSecret(text)) {
                written.add(parameters.get(i).nameSpan());
            }
        }
        return other || !written.isEmpty()
                ? value.keeping(label -> label.certainty().compareTo(Certainty.NAMED) < 0
                        || !other && !(label.file() == target.file() && written.contains(label.origin())))
                : value;
    }

    /** Under a key that ends with a word for what is no secret: an endpoint, an id, a user. */
    private boolean asksForOther(CallSite site, List<String> words) {
        if (site.args().isEmpty() || words.isEmpty() || !ASKING.contains(words.get(0))) {
            return false;
        }
        String key = site.args().get(0).text();
        if (key == null || !KEY.matcher(key).matches()) {
            return false;
        }
        String last = PropertyKeys.lastSegments(key);
        SecretNames known = flow.names();
        return known.classify(last).isEmpty()
                && (known.endsWithWord("never", last) || known.endsWithWord("publicpart", last));
    }

    /** {@code toHex(cookie, 6)}, where the second parameter is called {@code max}: a few characters tell nobody the rest. */
    private static boolean showsFew(CallSite site, Summary target) {
        List<Variable> parameters = target.method().parameters();
        for (int i = 0; i < Math.min(site.args().size(), parameters.size()); i++) {
            boolean few = site.args().get(i).constant() instanceof Integer count && count > 0 && count <= Cuts.SHORT;
            if (few && SecretNames.says(parameters.get(i).name(), LIMITS)) {
                return site.resultType().isString();
            }
        }
        return false;
    }

    private boolean isFinal(List<Summary> targets) {
        return targets.stream()
                .map(Summary::method)
                .allMatch(method ->
                        Conditions.isFinal(method, flow.engine.program().type(method.owner())));
    }

    /** The object that a constructor of this program has filled. */
    Value created(CallSite site, List<Summary> constructors) {
        Value result = Value.NONE;
        for (Summary constructor : constructors) {
            made = Value.NONE;
            replay(site, constructor, true);
            result = result.join(made);
            made = Value.NONE;
        }
        return result;
    }

    /** {@code Codec.decode("kJ8h…")}: however a decoder does it, bytes of a literal are as open as the literal. */
    private static Value decoded(CallSite site, List<String> words, Value value) {
        boolean literals = !site.args().isEmpty() && site.args().stream().allMatch(arg -> arg.constant() != null);
        return literals
                        && value.labels().isEmpty()
                        && words.stream().anyMatch(DECODING::contains)
                        && site.resultType().dims() > 0
                ? value.with(Flag.LITERAL)
                : value;
    }

    /** A project's own Base64 or hex: its loops hide the MAC that goes in, but it comes out again. */
    private static Value coded(CallSite site, Value value) {
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

    /** @param alone whether no other method may be the one that is called */
    private Value replay(CallSite site, Summary target, boolean alone) {
        boolean relevant = site.receiver().speaks();
        for (Value arg : site.args()) {
            relevant |= arg.speaks() || arg.fn() != null;
        }
        boolean creation = target.method().isConstructor();
        if (!relevant
                && !creation
                && target.writes().isEmpty()
                && target.fills().isEmpty()) {
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
                            Way.PASSED,
                            display(site.method().name(), site)));
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
                                .toList(),
                        site);
            }
        }
        Value after = writes(site, target, given, alone);
        // Which of several it is that fills it, nobody knows.
        target.fills().forEach((parameter, filled) -> {
            if (alone && parameter < site.args().size()) {
                mutations.update(
                        site.argExprs().get(parameter), filled.withoutGuesses().substitute(given));
            }
        });
        // What returns itself returns what it has become.
        return target.returned()
                .substitute(input ->
                        input.index() == Input.THIS && input.field() == null && !creation ? after : given.apply(input));
    }

    private static String display(String name, CallSite site) {
        return name.equals("<init>") ? site.method().owner().simpleName() : name;
    }

    /** The argument that hands in what matters: a finding points there. */
    private Span handing(CallSite site, Value value, Function<Input, Value> given) {
        for (Input input : value.inputs()) {
            Value handed = input.index() >= 0 ? given.apply(input) : Value.NONE;
            if (!handed.allLabels().isEmpty() || handed.is(Flag.LITERAL)) {
                return site.argSpan(Math.min(input.index(), site.argExprs().size() - 1));
            }
        }
        return site.callSpan();
    }

    private Value given(CallSite site, List<Value> passed, int parameters, Input input) {
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
        String holder = input.holder();
        String key = input.key();
        Value held = holder == null ? whole : FieldReads.fieldOf(whole, holder, Value.NONE);
        if (Input.SOME.equals(key)) {
            return Contents.some(
                    held, flow.file(), site.callSpan(), site.method().name());
        }
        return key == null ? held : Contents.got(held, key, flow.names());
    }

    /** The class of the object that a call is made on, or that it makes. */
    private String holder(CallSite site) {
        boolean own = site.receiverExpr() == null && site.at() instanceof Expr.Call
                || site.receiverExpr() instanceof Expr.This;
        return own ? flow.self() : site.receiverType().name();
    }

    /** Returns the object as it is afterwards. */
    private Value writes(CallSite site, Summary target, Function<Input, Value> given, boolean alone) {
        boolean creation = target.method().isConstructor();
        if (target.writes().isEmpty()) {
            return site.receiver();
        }
        Value holder = site.receiver();
        for (Map.Entry<String, Value> write : target.writes().entrySet()) {
            Value value = write.getValue().substitute(given);
            FieldDecl field = flow.engine.fields().find(target.method().owner(), write.getKey());
            if (field != null && !write.getValue().inputs().isEmpty()) {
                Value handed = write.getValue()
                        .handedTo(write.getKey())
                        .substitute(given)
                        .step(flow.file(), site.span(), Way.STORED, write.getKey());
                flow.engine.fields().hand(field, site.at(), handed, target.method(), holder(site));
            }
            boolean sure = alone && Setters.sets(target.method(), write.getKey());
            if (sure && !creation) {
                holder = holder.replacing(Value.field(write.getKey()), value);
            }
            if (value.speaks()) {
                holder = holder.holding(Value.field(write.getKey()), value);
                // this(…) and super(…) make no other object.
                boolean implied = site.receiverExpr() == null && (!creation || site.at() instanceof Expr.Call);
                if (site.receiverExpr() instanceof Expr.This || implied) {
                    flow.writeThis(write.getKey(), value);
                }
            }
        }
        if (!creation && site.receiverExpr() != null && holder != site.receiver()) {
            mutations.update(site.receiverExpr(), holder);
        }
        made = holder;
        return holder;
    }
}
