package dev.keywright.checks.flow;

import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.UnaryOp;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.NameVerdict;
import dev.keywright.checks.models.SecretNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code if (key.contains("password")) … else log(value)}: where names are asked whether they name a secret, what is done on
 * the other side is done with what is none. The value is found by its place beside the name: the same entry, or a variable
 * that is called the value.
 */
final class NamedGuards {

    private static final Set<String> ASKING = Set.of(
            "contains",
            "containsIgnoreCase",
            "equals",
            "equalsIgnoreCase",
            "startsWith",
            "endsWith",
            "startsWithIgnoreCase",
            "endsWithIgnoreCase",
            "matches",
            "indexOf");

    /** What a collection of names, or a question about one, is called that tells which of them are kept from view. */
    private static final Set<String> KEPT = Set.of(
            "sensitive",
            "secret",
            "secrets",
            "confidential",
            "credential",
            "credentials",
            "password",
            "passwords",
            "mask",
            "masked",
            "redact",
            "redacted",
            "obfuscated",
            "hide",
            "hidden");

    private static final Set<String> HOLDING = Set.of("contains", "containsKey");

    private static final Set<String> SAME_TEXT =
            Set.of("toString", "toLowerCase", "toUpperCase", "trim", "strip", "valueOf", "name");

    private static final Set<String> KEYS = Set.of("getKey", "getName", "key", "name");

    private static final Set<String> VALUES = Set.of("value", "val", "values", "v");

    private final MethodFlow flow;

    NamedGuards(MethodFlow flow) {
        this.flow = flow;
    }

    /**
     * Takes the secrets from the values whose names were found to be none.
     *
     * @param outcome what the condition was found to be
     * @return what the variables held before, to be put back; empty in nearly all cases
     */
    Map<Integer, Value> clear(Expr condition, boolean outcome, @Nullable Stmt branch) {
        Map<Integer, Value> before = new HashMap<>();
        if (branch == null) {
            return before;
        }
        List<Expr.Call> refuted = new ArrayList<>();
        refuted(condition, outcome, refuted);
        for (Expr.Call question : refuted) {
            Expr asked = asked(question);
            if (asked == null) {
                continue;
            }
            Expr.Local entry = entry(asked);
            if (entry != null && flow.conditions.constant(entry) instanceof String) {
                continue; // A name that is known says itself what the value is.
            }
            Walk.expressions(branch, part -> {
                if (part instanceof Expr.Local local && isValue(local, entry)) {
                    Value held = flow.get(local.id());
                    if (held.speaks() && !held.is(Flag.CLEAN)) {
                        before.putIfAbsent(local.id(), held);
                        flow.put(local.id(), Value.CLEAN);
                    }
                }
            });
        }
        return before;
    }

    /** The calls that must have answered no. */
    private static void refuted(Expr condition, boolean outcome, List<Expr.Call> found) {
        if (condition instanceof Expr.Unary unary && unary.op() == UnaryOp.NOT) {
            refuted(unary.operand(), !outcome, found);
        } else if (condition instanceof Expr.Binary binary
                && binary.op() == (outcome ? BinaryOp.AND_AND : BinaryOp.OR_OR)) {
            refuted(binary.left(), outcome, found);
            refuted(binary.right(), outcome, found);
        } else if (!outcome && condition instanceof Expr.Call call) {
            found.add(call);
        }
    }

    /** The name that is asked whether it names a secret; null where the question is another. */
    private @Nullable Expr asked(Expr.Call call) {
        Expr receiver = call.receiver();
        if (asksWhetherKept(call)) {
            return call.args().get(0);
        }
        if (!ASKING.contains(call.method().name()) || call.args().isEmpty()) {
            return null;
        }
        Expr first = call.args().get(0);
        if (call.args().size() == 2) {
            return namesSecret(call.args().get(1)) ? first : null;
        }
        if (receiver == null || call.args().size() != 1) {
            return null;
        }
        return namesSecret(first) ? receiver : namesSecret(receiver) ? first : null;
    }

    /** {@code SENSITIVE_KEYS.contains(key)}, {@code isSensitive(key)} */
    private static boolean asksWhetherKept(Expr.Call call) {
        boolean truth =
                call.type().name().equals("boolean") || call.type().name().equals("?");
        if (!truth || call.args().isEmpty() || entry(call.args().get(0)) == null) {
            return false;
        }
        String asked = HOLDING.contains(call.method().name())
                ? CallSite.nameOf(call.receiver())
                : call.method().name();
        return SecretNames.says(asked, KEPT);
    }

    private boolean namesSecret(Expr expr) {
        Object constant = expr instanceof Expr.Literal literal
                ? literal.value()
                : expr instanceof Expr.Field field ? field.constant() : null;
        return constant instanceof String text
                && !text.isEmpty()
                && flow.names()
                        .classify(text.toLowerCase(Locale.ROOT))
                        .filter(NameVerdict::strong)
                        .isPresent();
    }

    /** The entry whose key is asked, or the variable that is the name. */
    private static Expr.@Nullable Local entry(Expr asked) {
        Expr next = asked;
        while (next instanceof Expr.Call call) {
            boolean passes = SAME_TEXT.contains(call.method().name())
                    || KEYS.contains(call.method().name());
            if (!passes) {
                return null;
            }
            next = call.receiver() != null
                    ? call.receiver()
                    : call.args().isEmpty() ? null : call.args().get(0);
        }
        return next instanceof Expr.Local local ? local : null;
    }

    private static boolean isValue(Expr.Local local, Expr.@Nullable Local entry) {
        if (entry != null && local.id() == entry.id()) {
            return true;
        }
        List<String> words = SecretNames.split(local.name());
        return entry != null && !words.isEmpty() && VALUES.contains(words.get(words.size() - 1));
    }
}
