package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.models.Effect;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.Model;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.Operand;
import dev.keywright.checks.models.Role;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.models.SinkKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Applies what the models say of a method to one call of it. */
final class ModelFlow {

    private static final Pattern HOLE =
            Pattern.compile("%[-#+ 0,(]*\\d*(?:\\$[-#+ 0,(]*\\d*)?(?:\\.\\d+)?[a-zA-Z%]|\\{\\d*[^}]{0,20}}");

    /** Methods whose result is still put together from the same pieces. */
    private static final Set<String> WIPING =
            Set.of("close", "clear", "destroy", "wipe", "erase", "zeroize", "zero", "dispose", "shred", "finalize");

    private static final Set<String> ANSWERING =
            Set.of("print", "println", "printf", "format", "write", "append", "writeBytes", "writeUTF");

    private static final Set<String> SAME_TEXT = Set.of(
            "toString",
            "trim",
            "strip",
            "create",
            "requireNonNull",
            "valueOf",
            "<init>",
            "getBytes",
            "toCharArray",
            "build",
            "toUriString",
            "toUri",
            "toURL",
            "toURI",
            "getBytesUtf8");

    private static final Set<String> READING =
            Set.of("get", "opt", "read", "find", "fetch", "path", "at", "value", "string", "text", "lookup");
    /** What holds texts for people: "password" is a label there. */
    private static final Set<String> TEXTS = Set.of(
            "message",
            "messages",
            "msg",
            "msgs",
            "bundle",
            "label",
            "labels",
            "i18n",
            "text",
            "texts",
            "resource",
            "resources",
            "locale",
            "translation",
            "translations",
            "translator",
            "errors",
            "error",
            "schema",
            "column",
            "columns",
            "field",
            "fields",
            "view",
            "page",
            "ui",
            "icon",
            "icons",
            "type",
            "types",
            "class",
            "provider",
            "providers",
            "factory",
            "registry",
            "handlers",
            "help",
            "docs");

    private final MethodFlow flow;
    private final ExprFlow exprs;

    ModelFlow(MethodFlow flow, ExprFlow exprs) {
        this.flow = flow;
        this.exprs = exprs;
    }

    Value apply(CallFlow.Site site, Model model) {
        Value result = Value.NONE;
        boolean fluent = false;
        Value receiver = site.receiver();
        for (Effect effect : model.effects()) {
            if (effect instanceof Effect.Returns returns) {
                result = result.joinCarried(carried(site, returns.from(), result));
            } else if (effect instanceof Effect.Sink sink) {
                sinks(site, sink);
            } else if (effect instanceof Effect.Fluent) {
                fluent = true;
            } else if (effect instanceof Effect.Sanitizes) {
                result = Value.CLEAN;
            } else if (effect instanceof Effect.Compare compare) {
                compare(site, compare);
            } else if (effect instanceof Effect.Concat concat) {
                result = concat(site, concat);
                if (receiverIs(concat.parts())) {
                    receiver = result;
                    update(site.receiverExpr(), receiver);
                }
            } else if (effect instanceof Effect.Format format) {
                result = format(site, format);
            } else if (effect instanceof Effect.Source && isDerived(site)) {
                // The bytes of a key that was derived from a password are the password's hash.
                result = site.receiver();
            } else if (effect instanceof Effect.Source source) {
                String what = source.what().isEmpty() ? "'" + site.method().name() + "'" : source.what();
                result = result.plus(Label.of(
                        source.kind(),
                        source.role(),
                        Certainty.COMPUTED,
                        what,
                        flow.file(),
                        site.callSpan(),
                        Messages.made(what, site.method().name())));
            } else if (effect instanceof Effect.NamedSource source) {
                result = result.joinCarried(namedSource(site, source));
            } else if (effect instanceof Effect.Presented) {
                result = result.with(Flag.PRESENTED);
            } else if (effect instanceof Effect.RequestMap) {
                result = result.with(Flag.REQUEST_MAP);
            } else if (effect instanceof Effect.Answer) {
                result = result.with(Flag.ANSWER);
            } else if (effect instanceof Effect.WeakRandom) {
                result = weakRandom(site, result);
            } else if (effect instanceof Effect.StrongRandom) {
                result = result.with(Flag.STRONG_RANDOM);
            } else if (effect instanceof Effect.Digest digest) {
                result = result.joinCarried(carried(site, digest.from(), result).digested());
            } else if (effect instanceof Effect.Holds holds) {
                for (Value element : values(site, holds.elements(), result)) {
                    if (element.speaks()) {
                        result = result.holding(Value.ELEMENTS, element);
                    }
                }
            } else if (effect instanceof Effect.Writes writes) {
                receiver = writes(site, writes, result, receiver);
            } else if (effect instanceof Effect.Puts puts) {
                String key = constantText(site, puts.key());
                Value value = keyed(site, key, value(site, puts.value(), result), expr(site, puts.value()));
                String entry = key == null ? Value.ELEMENTS : key;
                if (site.receiverExpr() == null) {
                    result = value.speaks() ? result.holding(entry, value) : result;
                } else if (value.speaks()) {
                    receiver = receiver.holding(entry, value);
                    update(site.receiverExpr(), receiver);
                }
            } else if (effect instanceof Effect.Gets gets) {
                result = result.joinCarried(orElse(site.receiver().entry(constantText(site, gets.key())), result));
            } else if (effect instanceof Effect.Calls calls) {
                result = result.joinCarried(functionCall(site, calls, result))
                        .withContents(contentsAfter(site, calls, result));
            }
        }
        if (!result.contents().isEmpty() && isJoined(site)) {
            result = result.rendered();
        }
        return fluent ? fluent(site, model, receiver, result) : result;
    }

    private static boolean isDerived(CallFlow.Site site) {
        return site.method().name().equals("getEncoded")
                && (site.receiver().inputs().stream().anyMatch(Input::digested)
                        || site.receiver().labels().stream().anyMatch(label -> label.kind() == Kind.DIGEST));
    }

    /** {@code collect(joining())}: elements become one text. */
    private static boolean isJoined(CallFlow.Site site) {
        return site.method().name().equals("collect")
                && site.argExprs().size() == 1
                && site.argExprs().get(0) instanceof Expr.Call collector
                && collector.method().name().equals("joining");
    }

    /** What is put under a credential's name is one, where the variable it stands in does not say so itself. */
    private Value keyed(CallFlow.Site site, @Nullable String key, Value value, @Nullable Expr expr) {
        if (key == null
                || value.constant() != null
                || value.is(Flag.CLEAN)
                || value.is(Flag.ENUM)
                || value.labels().stream().anyMatch(Label::sure)
                || !(expr instanceof Expr.Local || expr instanceof Expr.Field)
                || !isPlainText(expr.type())
                || SecretNames.split(CallFlow.nameOf(site.receiverExpr())).stream()
                        .anyMatch(TEXTS::contains)) {
            return value;
        }
        Optional<NameVerdict> verdict =
                flow.engine.declared().signs().credentialName(PropertyKeys.lastSegments(key), false);
        if (verdict.isEmpty()) {
            return value;
        }
        String what = Messages.quote(key);
        return value.plus(Label.of(
                verdict.get().kind(),
                value.is(Flag.PRESENTED) ? Role.PRESENTED : Role.NEUTRAL,
                Certainty.NAMED,
                what,
                flow.file(),
                expr.span(),
                what + " is named like a secret"));
    }

    private static boolean isPlainText(TypeRef type) {
        return type.isString()
                || type.simpleName().equals("String")
                || type.name().equals("char") && type.dims() == 1;
    }

    private static Value orElse(Value value, Value other) {
        return value.isNone() ? other : value;
    }

    private static Value fluent(CallFlow.Site site, Model model, Value receiver, Value result) {
        return result.isNone() || result == site.receiver() || receiverConcat(model)
                ? receiver
                : result.joinCarried(receiver);
    }

    private static boolean receiverConcat(Model model) {
        return model.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.Concat concat && receiverIs(concat.parts()));
    }

    private static boolean receiverIs(List<Operand> parts) {
        return !parts.isEmpty() && parts.get(0).index() == Operand.THIS;
    }

    private Value weakRandom(CallFlow.Site site, Value result) {
        // A generator that is handed a SecureRandom is as good as that.
        for (Value arg : site.args()) {
            if (arg.is(Flag.STRONG_RANDOM)) {
                return result.with(Flag.STRONG_RANDOM);
            }
        }
        return result.with(Flag.WEAK_RANDOM);
    }

    // ---- operands

    private Value value(CallFlow.Site site, Operand operand, Value result) {
        Value whole;
        if (operand.index() == Operand.THIS) {
            whole = site.receiver();
        } else if (operand.index() == Operand.RESULT) {
            whole = result;
        } else if (operand.index() >= 0) {
            whole = operand.index() < site.args().size() ? site.args().get(operand.index()) : Value.NONE;
        } else {
            whole = Value.NONE;
            for (Value arg : site.args()) {
                whole = whole.joinCarried(arg.rendered());
            }
        }
        return operand.element() ? whole.element() : whole;
    }

    private List<Value> values(CallFlow.Site site, List<Operand> operands, Value result) {
        List<Value> values = new ArrayList<>();
        for (Operand operand : operands) {
            if (operand.index() == Operand.ALL_ARGUMENTS) {
                values.addAll(site.args());
            } else if (operand.rest()) {
                values.addAll(site.args()
                        .subList(
                                Math.min(operand.index(), site.args().size()),
                                site.args().size()));
            } else {
                values.add(value(site, operand, result));
            }
        }
        return values;
    }

    private Value carried(CallFlow.Site site, List<Operand> operands, Value result) {
        List<Value> values = values(site, operands, result);
        if (values.size() == 1) {
            Value only = values.get(0);
            // The same value in another form: a trimmed text is still made of the same pieces.
            return only.constant() != null
                            || !only.pieces().isEmpty()
                            || !only.contents().isEmpty()
                            || only.fn() != null
                    ? formOf(site, only)
                    : only.carried();
        }
        Value all = Value.NONE;
        for (Value value : values) {
            all = all.joinCarried(value.rendered());
        }
        boolean literal = !values.isEmpty() && values.stream().allMatch(v -> v.is(Flag.LITERAL));
        return literal ? all.with(Flag.LITERAL) : all.without(Flag.LITERAL);
    }

    private static Value formOf(CallFlow.Site site, Value value) {
        boolean sameText =
                SAME_TEXT.contains(site.method().name()) || !value.contents().isEmpty();
        return sameText
                ? value
                : value.constant() == null ? value.carried() : value.carried().with(Flag.LITERAL);
    }

    @Nullable
    String constantText(CallFlow.Site site, Operand operand) {
        if (operand.index() < 0 || operand.index() >= site.args().size()) {
            return null;
        }
        String text = site.args().get(operand.index()).text();
        if (text != null) {
            return text;
        }
        Expr expr = site.argExprs().get(operand.index());
        if (expr instanceof Expr.Field field && field.isStatic()) {
            return field.name();
        }
        return expr instanceof Expr.Field field
                        && field.name().equals(field.name().toUpperCase(Locale.ROOT))
                ? field.name()
                : null;
    }

    // ---- effects

    private Value namedSource(CallFlow.Site site, Effect.NamedSource source) {
        Value result =
                source.role() == Role.PRESENTED ? Value.NONE.with(Flag.PRESENTED) : Value.NONE.with(Flag.CONFIGURED);
        String name = constantText(site, source.name());
        boolean text = TextTypes.isTextual(site.resultType())
                // What a typed key is made from is the name of what is got by it.
                || site.resultType().simpleName().equals("Key");
        if (name == null || !text) {
            return result;
        }
        boolean header = source.role() == Role.PRESENTED;
        String last = header ? name : PropertyKeys.lastSegments(name);
        Optional<NameVerdict> verdict = flow.engine.declared().signs().credentialName(last, header);
        if (verdict.isEmpty()) {
            return result;
        }
        return result.plus(Label.of(
                verdict.get().kind(),
                source.role(),
                header ? Certainty.RECEIVED : Certainty.CONFIGURED,
                source.what() + " '" + name + "'",
                flow.file(),
                site.callSpan(),
                source.what() + " '" + name + "' read"));
    }

    /** The first word of a name; a name like {@code $} has none. */
    private static String first(List<String> words) {
        return words.isEmpty() ? "" : words.get(0);
    }

    /** {@code json.get("access_token")}, {@code prefs.getString("password", null)}: an entry under a credential's name. */
    Value entry(CallFlow.Site site, Value before) {
        if (site.args().isEmpty()
                || site.args().size() > 2
                || site.receiverExpr() == null
                || !READING.contains(first(SecretNames.split(site.method().name())))
                || !isEntry(site.resultType())) {
            return before;
        }
        SecretNames names = flow.engine.declared().names();
        String name = constantText(site, new Operand(0, false, false));
        String holder = CallFlow.nameOf(site.receiverExpr());
        if (name == null
                || PropertyKeys.isMessageKey(name)
                || names.classify(PropertyKeys.lastSegments(name))
                        .filter(NameVerdict::strong)
                        .isEmpty()
                || SecretNames.split(holder).stream().anyMatch(TEXTS::contains)) {
            return before;
        }
        Role role = before.is(Flag.PRESENTED) || site.receiver().is(Flag.PRESENTED) || names.hasWord("caller", holder)
                ? Role.PRESENTED
                : names.hasWord("keeper", holder) ? Role.EXPECTED : Role.NEUTRAL;
        NameVerdict verdict = names.classify(PropertyKeys.lastSegments(name)).get();
        String what = Messages.quote(name);
        return before.joinCarried(Value.label(Label.of(
                verdict.kind(),
                role,
                Certainty.NAMED,
                what,
                flow.file(),
                site.callSpan(),
                what + " is named like a secret")));
    }

    private static boolean isEntry(TypeRef type) {
        return TextTypes.isTextual(type)
                || type.simpleName().equals("Object")
                || type.simpleName().startsWith("Json");
    }

    private void sinks(CallFlow.Site site, Effect.Sink sink) {
        for (Operand operand : sink.operands()) {
            int from = operand.index() == Operand.ALL_ARGUMENTS ? 0 : operand.index();
            int to = operand.index() == Operand.ALL_ARGUMENTS || operand.rest()
                    ? site.args().size()
                    : from + 1;
            for (int i = Math.max(from, 0); i < Math.min(to, site.args().size()); i++) {
                sink(sink.kind(), site, site.args().get(i), i);
            }
        }
    }

    void sink(SinkKind kind, CallFlow.Site site, Value value, int argument) {
        if (kind == SinkKind.LOG && site.receiver().is(Flag.ANSWER)) {
            return;
        }
        Value given = value;
        if (given.fn() != null) {
            given = exprs.apply(given, List.of());
        }
        boolean text = kind == SinkKind.LOG || kind == SinkKind.ERROR;
        Value shown = text && given.constant() == null && given.pieces().isEmpty()
                ? flow.engine
                        .rendering()
                        .rendered(given, site.argExprs().get(argument).type())
                : given;
        if (shown.speaks()) {
            flow.record(new Event.Sink(
                    kind, shown, site.method(), argument, site.at(), site.argSpan(argument), flow.file(), null));
        }
    }

    private void compare(CallFlow.Site site, Effect.Compare compare) {
        for (Value right : values(site, List.of(compare.right()), Value.NONE)) {
            Value left = value(site, compare.left(), Value.NONE);
            String name = site.method().name();
            Event.How how = compare.constantTime()
                    ? Event.How.CONSTANT_TIME
                    : compare.left().element()
                            ? Event.How.SEARCH
                            : name.startsWith("startsWith") || name.equals("endsWith") || name.equals("matches")
                                    ? Event.How.PART
                                    : Event.How.CALL;
            exprs.compare(
                    how,
                    name,
                    left,
                    right,
                    expr(site, compare.left()),
                    expr(site, compare.right()),
                    site.at(),
                    site.callSpan());
        }
    }

    private static @Nullable Expr expr(CallFlow.Site site, Operand operand) {
        if (operand.index() == Operand.THIS) {
            return site.receiverExpr();
        }
        Expr argument =
                operand.index() >= 0 && operand.index() < site.argExprs().size()
                        ? site.argExprs().get(operand.index())
                        : null;
        // What is handed to a referenced method has no expression of its own.
        return argument instanceof Expr.MethodReference ? null : argument;
    }

    /** What is printed where an answer is written. */
    void answered(CallFlow.Site site) {
        if (site.receiver().is(Flag.ANSWER) && ANSWERING.contains(site.method().name())) {
            for (int i = 0; i < site.args().size(); i++) {
                sink(SinkKind.RESPONSE, site, site.args().get(i), i);
            }
        }
    }

    private Value concat(CallFlow.Site site, Effect.Concat concat) {
        List<Piece> parts = new ArrayList<>();
        for (Value part : values(site, concat.parts(), Value.NONE)) {
            if (parts.isEmpty() && part.isNone() && receiverIs(concat.parts())) {
                continue;
            }
            parts.add(new Piece(null, part.contents().isEmpty() ? part : part.rendered()));
        }
        Value text = Value.text(parts);
        exprs.text(text, site.at(), site.callSpan());
        return text;
    }

    private Value format(CallFlow.Site site, Effect.Format format) {
        Value pattern = value(site, format.pattern(), Value.NONE);
        List<Value> args = new ArrayList<>(values(site, List.of(format.values()), Value.NONE));
        if (format.values().index() == Operand.ALL_ARGUMENTS) {
            args = new ArrayList<>(site.args());
        }
        if (pattern.text() == null && !args.isEmpty() && args.get(0).text() != null) {
            pattern = args.remove(0);
        }
        String text = pattern.text();
        if (args.size() == 1 && args.get(0).contents().containsKey(Value.ELEMENTS)) {
            args.set(0, args.get(0).element());
        }
        if (text == null) {
            Value all = Value.NONE;
            for (Value arg : args) {
                all = all.joinCarried(arg.rendered());
            }
            return all.without(Flag.LITERAL);
        }
        List<Piece> parts = new ArrayList<>();
        Matcher hole = HOLE.matcher(text);
        int from = 0;
        int next = 0;
        while (hole.find()) {
            parts.add(Piece.of(text.substring(from, hole.start())));
            from = hole.end();
            if (hole.group().equals("%%") || hole.group().equals("%n")) {
                continue;
            }
            Value arg = next < args.size() ? args.get(next) : Value.NONE;
            next++;
            parts.add(new Piece(null, arg.contents().isEmpty() ? arg : arg.rendered()));
        }
        parts.add(Piece.of(text.substring(from)));
        Value result = Value.text(parts);
        exprs.text(result, site.at(), site.callSpan());
        return result;
    }

    private Value writes(CallFlow.Site site, Effect.Writes writes, Value result, Value receiver) {
        List<Value> from = values(site, writes.from(), result);
        Value taken = Value.NONE;
        for (Value value : from) {
            taken = taken.isNone() ? value : taken.joinCarried(value.rendered());
        }
        if (!taken.speaks() || taken.is(Flag.WEAK_RANDOM) && wipes()) {
            return receiver;
        }
        Operand to = writes.to();
        if (to.index() == Operand.THIS) {
            Value holder =
                    to.element() ? receiver.holding(Value.ELEMENTS, taken) : receiver.joinCarried(taken.rendered());
            update(site.receiverExpr(), holder);
            return holder;
        }
        if (to.index() >= 0 && to.index() < site.args().size()) {
            Value before = site.args().get(to.index());
            Value after = to.element()
                    ? before.holding(Value.ELEMENTS, taken)
                    : before.without(Flag.LITERAL).joinCarried(taken.rendered());
            Expr target = site.argExprs().get(to.index());
            if (!CallFlow.nameOf(target).isEmpty() && taken.is(Flag.WEAK_RANDOM)) {
                flow.named(CallFlow.nameOf(target), target.type(), after, target);
            }
            update(site.argExprs().get(to.index()), after);
        }
        return receiver;
    }

    /** Whether the method overwrites what is no longer needed: then noise is as good as zeros. */
    private boolean wipes() {
        return WIPING.contains(first(SecretNames.split(flow.method().name())));
    }

    /** Gives the variable at the root of a chain of calls its new value. */
    void update(@Nullable Expr target, Value value) {
        Expr root = target;
        for (int links = 0; root instanceof Expr.Call call && call.receiver() != null; links++) {
            if (links > Slice.LONGEST_CHAIN) {
                return;
            }
            root = call.receiver();
        }
        if (root instanceof Expr.Local || root instanceof Expr.Field) {
            exprs.store(root, value, false);
        }
    }

    private Value functionCall(CallFlow.Site site, Effect.Calls calls, Value result) {
        Value function = value(site, calls.function(), result);
        List<Value> arguments =
                calls.parameters().stream().map(p -> value(site, p, Value.NONE)).toList();
        Value returned = exprs.apply(function, arguments);
        last = returned;
        return calls.used() && !calls.to().element() ? returned : Value.NONE;
    }

    private Value last = Value.NONE;

    private Map<String, Value> contentsAfter(CallFlow.Site site, Effect.Calls calls, Value result) {
        if (!calls.used()) {
            return result.contents();
        }
        Value returned = last;
        if (calls.to().element()) {
            return returned.speaks() ? result.holding(Value.ELEMENTS, returned).contents() : result.contents();
        }
        return returned.contents().isEmpty() ? result.contents() : returned.contents();
    }
}
