package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.models.Effect;
import dev.keywright.checks.models.Operand;
import dev.keywright.checks.models.SecretNames;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a call changes in its receiver or in an argument, for the code that follows. */
final class Mutations {

    /**
     * {@code mac.doFinal(packet.buffer, packet.end)}: a field that holds many things in turn, one behind the other. What is put
     * behind what is there already does not make the whole of it.
     */
    private static boolean isSomewhereIn(CallSite site, Operand to) {
        int offset = switch (site.method().name()) {
            case "doFinal" -> 1;
            case "arraycopy" -> 3;
            default -> -1;
        };
        if (offset < 0
                || offset >= site.args().size()
                || to.index() < 0
                || to.index() >= site.args().size()) {
            return false;
        }
        Expr target = site.argExprs().get(to.index());
        if (target instanceof Expr.Field field && isBuffer(field.name())) {
            return true;
        }
        if (site.args().get(offset).constant() != null) {
            return false;
        }
        // A wrapper is handed both: where it writes, only its callers say.
        boolean wrapped = site.method().name().equals("doFinal")
                && site.args().get(to.index()).isHandedIn()
                && site.args().get(offset).isHandedIn();
        return wrapped || target instanceof Expr.Field;
    }

    private static boolean isBuffer(String field) {
        List<String> words = SecretNames.split(field);
        return words.contains("buffer") || words.contains("buf");
    }

    /** Methods whose result is still put together from the same pieces. */
    private static final Set<String> WIPING =
            Set.of("close", "clear", "destroy", "wipe", "erase", "zeroize", "zero", "dispose", "shred", "finalize");

    private final MethodFlow flow;
    private final ExprFlow exprs;

    Mutations(MethodFlow flow, ExprFlow exprs) {
        this.flow = flow;
        this.exprs = exprs;
    }

    Value writes(CallSite site, Effect.Writes writes, Value result, Value receiver) {
        List<Value> from = Operands.values(site, writes.from(), result);
        Value taken = Value.NONE;
        for (Value value : from) {
            taken = taken.isNone() ? value : taken.joinCarried(value.rendered());
        }
        Operand to = writes.to();
        if (!taken.speaks() || taken.is(Flag.WEAK_RANDOM) && wipes() || isSomewhereIn(site, to)) {
            return receiver;
        }
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
                    : before.without(Flag.LITERAL).without(Flag.BLANK).joinCarried(taken.rendered());
            after = before.is(Flag.BLANK) && taken.is(Flag.LITERAL) ? after.with(Flag.LITERAL) : after;
            Expr target = site.argExprs().get(to.index());
            if (!CallSite.nameOf(target).isEmpty() && taken.is(Flag.WEAK_RANDOM)) {
                flow.named(CallSite.nameOf(target), target.type(), after, target);
            }
            update(site.argExprs().get(to.index()), after);
        }
        return receiver;
    }

    /** Whether the method overwrites what is no longer needed: then noise is as good as zeros. */
    private boolean wipes() {
        return WIPING.contains(SecretNames.first(flow.method().name()));
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
        if (root instanceof Expr.Local || root instanceof Expr.Field || root instanceof Expr.ArrayAccess) {
            exprs.assignments().store(root, value, false);
        }
    }
}
