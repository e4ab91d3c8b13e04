package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.Effect;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.Model;
import dev.keywright.checks.models.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies what the models say of a method to one call of it. */
final class ModelFlow {

    private static final Set<String> TIMES = Set.of("getTime", "toEpochMilli", "getEpochSecond", "getNano");

    private final MethodFlow flow;
    private final ExprFlow exprs;
    private final CallSinks sinks;
    private final NamedEntries entries;
    private final Mutations mutations;
    private final Texts texts;

    /** What the function that was called last has returned. */
    private Value last = Value.NONE;

    ModelFlow(MethodFlow flow, ExprFlow exprs, CallSinks sinks, NamedEntries entries, Mutations mutations) {
        this.flow = flow;
        this.exprs = exprs;
        this.sinks = sinks;
        this.entries = entries;
        this.mutations = mutations;
        this.texts = new Texts(exprs);
    }

    Value apply(CallSite site, Model model) {
        Value result = Value.NONE;
        boolean fluent = false;
        Value receiver = site.receiver();
        for (Effect effect : model.effects()) {
            if (effect instanceof Effect.Returns returns) {
                result = result.joinCarried(Operands.carried(site, returns.from(), result));
            } else if (effect instanceof Effect.Sink sink) {
                sinks.sinks(site, sink);
            } else if (effect instanceof Effect.Fluent) {
                fluent = true;
            } else if (effect instanceof Effect.Sanitizes) {
                result = Value.CLEAN;
            } else if (effect instanceof Effect.Compare compare) {
                sinks.compare(site, compare);
            } else if (effect instanceof Effect.Concat concat) {
                result = texts.concat(site, concat);
                if (Operands.receiverIs(concat.parts())) {
                    receiver = result;
                    mutations.update(site.receiverExpr(), receiver);
                    drawn(site, receiver);
                }
            } else if (effect instanceof Effect.Format format) {
                result = texts.format(site, format);
            } else if (effect instanceof Effect.Source && isDerived(site)) {
                // The bytes of a key that was derived from a password are the password's hash.
                result = site.receiver();
            } else if (effect instanceof Effect.Source && isSaltedHash(site)) {
                result = Value.NONE;
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
                result = result.joinCarried(entries.namedSource(site, source));
            } else if (effect instanceof Effect.Presented) {
                result = isOwnState(site) ? result : result.with(Flag.PRESENTED);
            } else if (effect instanceof Effect.RequestMap) {
                result = result.with(Flag.REQUEST_MAP);
            } else if (effect instanceof Effect.Answer) {
                result = result.with(Flag.ANSWER);
            } else if (effect instanceof Effect.WeakRandom) {
                result = weakRandom(site, result);
            } else if (effect instanceof Effect.StrongRandom) {
                result = result.with(Flag.STRONG_RANDOM);
            } else if (effect instanceof Effect.Digest digest) {
                result = result.joinCarried(
                        Operands.carried(site, digest.from(), result).digested());
            } else if (effect instanceof Effect.Holds holds) {
                for (Value element : Operands.values(site, holds.elements(), result)) {
                    if (element.speaks()) {
                        result = result.holding(Value.ELEMENTS, element);
                    }
                }
            } else if (effect instanceof Effect.Writes writes) {
                receiver = mutations.writes(site, writes, result, receiver);
            } else if (effect instanceof Effect.Puts puts) {
                String key = key(site, puts.key());
                // What one call's key is says nothing of what others put there.
                Value value = entries.keyed(
                        site,
                        Operands.constantText(site, puts.key()),
                        Operands.value(site, puts.value(), result),
                        Operands.expr(site, puts.value()));
                String entry = key == null ? Value.ELEMENTS : key;
                if (site.receiverExpr() != null && LiteralSecrets.isMask(value.text())) {
                    receiver = receiver.with(Flag.MASKED);
                }
                if (site.receiverExpr() == null) {
                    result = value.speaks() ? result.holding(entry, value) : result;
                } else if (value.speaks()) {
                    receiver = receiver.holding(entry, value);
                    mutations.update(site.receiverExpr(), receiver);
                }
            } else if (effect instanceof Effect.Gets gets) {
                String key = key(site, gets.key());
                Value entry = orElse(got(site, gets), result);
                // What this program itself has put there is no configuration.
                result = key != null
                                && site.receiver().inputs().isEmpty()
                                && site.receiver().contents().containsKey(key)
                        ? entry
                        : result.joinCarried(entry);
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

    private Value got(CallSite site, Effect.Gets gets) {
        String key = key(site, gets.key());
        return key == null && isOther(site, gets.key())
                ? Contents.some(site.receiver(), flow.file(), site.callSpan(), CallSite.nameOf(site.receiverExpr()))
                : Contents.got(site.receiver(), key, flow.names());
    }

    /** {@code settings.getProperty(option.name())}: one thing's name; a variable may run through all of them. */
    private static boolean isOther(CallSite site, Operand key) {
        return key.index() >= 0
                && key.index() < site.argExprs().size()
                && !(site.argExprs().get(key.index()) instanceof Expr.Local);
    }

    /** The key of an entry, where it is written out, here or by the call that this helper is followed for. */
    private @Nullable String key(CallSite site, Operand operand) {
        String text = Operands.constantText(site, operand);
        if (text != null
                || operand.index() < 0
                || operand.index() >= site.argExprs().size()) {
            return text;
        }
        Object constant = site.args().get(operand.index()).constant();
        if (constant instanceof Integer || constant instanceof Long || constant instanceof Character) {
            return "=" + constant;
        }
        return flow.conditions.constant(site.argExprs().get(operand.index())) instanceof String given ? given : null;
    }

    /**
     * {@code mac.init(new SecretKeySpec(salt, …)); mac.doFinal(host)}: with a salt for its only key, it is a hash that anybody
     * can make who has the salt; unless what is hashed is the secret.
     */
    private boolean isSaltedHash(CallSite site) {
        if (!site.method().name().equals("doFinal")
                || !site.receiverType().simpleName().equals("Mac")
                || site.args().stream().anyMatch(arg -> !arg.allLabels().isEmpty())) {
            return false;
        }
        List<Expr.New> keys = new ArrayList<>();
        Walk.expressions(flow.method(), part -> {
            if (part instanceof Expr.New made && made.type().simpleName().equals("SecretKeySpec")) {
                keys.add(made);
            }
        });
        return keys.size() == 1
                && !keys.get(0).args().isEmpty()
                && CallSite.nameOf(keys.get(0).args().get(0)).equalsIgnoreCase("salt");
    }

    private static boolean isDerived(CallSite site) {
        return site.method().name().equals("getEncoded")
                && (site.receiver().inputs().stream().anyMatch(Input::digested)
                        || site.receiver().labels().stream().anyMatch(label -> label.kind() == Kind.DIGEST));
    }

    /** {@code collect(joining())}: elements become one text. */
    private static boolean isJoined(CallSite site) {
        return site.method().name().equals("collect")
                && site.argExprs().size() == 1
                && site.argExprs().get(0) instanceof Expr.Call collector
                && collector.method().name().equals("joining");
    }

    private static Value orElse(Value value, Value other) {
        return value.isNone() ? other : value;
    }

    private static Value fluent(CallSite site, Model model, Value receiver, Value result) {
        return result.isNone() || result == site.receiver() || receiverConcat(model)
                ? receiver
                : result.joinCarried(receiver);
    }

    private static boolean receiverConcat(Model model) {
        return model.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.Concat concat && Operands.receiverIs(concat.parts()));
    }

    /** {@code new Date()}, {@code Instant.now()}. */
    private static boolean isNow(@Nullable Expr time) {
        return time instanceof Expr.New made && made.args().isEmpty()
                || time instanceof Expr.Call call && call.method().name().equals("now");
    }

    private Value weakRandom(CallSite site, Value result) {
        if (TIMES.contains(site.method().name()) && !isNow(site.receiverExpr())) {
            return result; // when something ends or has begun, and not what the clock says
        }
        // A generator that is handed a SecureRandom is as good as that.
        for (Value arg : site.args()) {
            if (arg.is(Flag.STRONG_RANDOM)) {
                return result.with(Flag.STRONG_RANDOM);
            }
        }
        return result.with(Flag.WEAK_RANDOM);
    }

    /** {@code password.append(random.nextInt(10))}: what a buffer is called that a drawn number is put into. */
    private void drawn(CallSite site, Value buffer) {
        if (site.receiverExpr() instanceof Expr.Local local
                && buffer.is(Flag.WEAK_RANDOM)
                && !site.receiver().is(Flag.WEAK_RANDOM)) {
            flow.named(local.name(), local.type(), buffer, site.at());
        }
    }

    private Value functionCall(CallSite site, Effect.Calls calls, Value result) {
        Value function = Operands.value(site, calls.function(), result);
        List<Value> arguments = calls.parameters().stream()
                .map(p -> Operands.value(site, p, Value.NONE))
                .toList();
        Value returned = exprs.apply(function, arguments, site);
        last = returned;
        return calls.used() && !calls.to().element() ? returned : Value.NONE;
    }

    private Map<String, Value> contentsAfter(CallSite site, Effect.Calls calls, Value result) {
        if (!calls.used()) {
            return result.contents();
        }
        Value returned = last;
        if (calls.to().element()) {
            return returned.speaks() ? result.holding(Value.ELEMENTS, returned).contents() : result.contents();
        }
        return returned.contents().isEmpty() ? result.contents() : returned.contents();
    }

    /** {@code readObject(ObjectInputStream in)}: an object that is read back in gets what it was written with. */
    private boolean isOwnState(CallSite site) {
        return site.receiverExpr() instanceof Expr.Local stream
                && stream.type().simpleName().equals("ObjectInputStream")
                && flow.method().parameters().size() == 1
                && flow.method().parameters().get(0).id() == stream.id();
    }
}
