package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a call takes away: the contents of what is emptied, and the certainty about what others were given. */
final class Resets {

    private final Mutations mutations;

    Resets(Mutations mutations) {
        this.mutations = mutations;
    }

    /** {@code text.setLength(0)}, {@code map.clear()}, {@code map.remove("key")}: whether nothing else is to be known of it. */
    boolean empties(CallSite site) {
        if (!(site.receiverExpr() instanceof Expr.Local) || site.receiver().is(Flag.ORDERED)) {
            return false;
        }
        String name = site.method().name();
        boolean cut = name.equals("setLength")
                && site.args().size() == 1
                && Integer.valueOf(0).equals(site.args().get(0).constant());
        if (cut
                || name.equals("clear")
                        && site.args().isEmpty()
                        && !site.receiver().contents().isEmpty()) {
            mutations.update(site.receiverExpr(), Value.NONE);
            return true;
        }
        String key = name.equals("remove") && site.args().size() == 1
                ? site.args().get(0).text()
                : null;
        if (key != null && site.receiver().contents().containsKey(key)) {
            Map<String, Value> rest = new LinkedHashMap<>(site.receiver().contents());
            rest.remove(key);
            mutations.update(site.receiverExpr(), site.receiver().withContents(rest));
        }
        return false;
    }

    /** {@code reference.set(value)}: what was there before is gone. */
    CallSite replaced(CallSite site) {
        String name = site.method().name();
        String type = site.receiverType().simpleName();
        if (site.args().size() != 1
                || !name.equals("set") && !name.equals("lazySet")
                || !type.equals("AtomicReference") && !type.equals("ThreadLocal")
                || !(site.receiverExpr() instanceof Expr.Local)) {
            return site;
        }
        mutations.update(site.receiverExpr(), Value.NONE);
        return site.on(Value.NONE);
    }

    /** {@code Arrays.fill(bytes, 7)}. */
    private static boolean isFilled(CallSite site, Value array) {
        return array.is(Flag.BLANK)
                && site.method().name().equals("fill")
                && site.args().get(site.args().size() - 1).is(Flag.LITERAL);
    }

    /** {@code Arrays.fill(copy, '*')}: nothing is left of what was in it. */
    private static boolean isOverwritten(CallSite site) {
        return site.method().name().equals("fill")
                && site.args().size() == 2
                && site.method().owner().simpleName().equals("Arrays")
                && site.args().get(1).is(Flag.LITERAL)
                && !site.args().get(0).is(Flag.BLANK)
                && !site.args().get(0).allLabels().isEmpty();
    }

    /** An object, list or array that is handed to somebody may come back changed. */
    void handed(CallSite site, MethodFlow flow) {
        if (isOverwritten(site) && site.argExprs().get(0) instanceof Expr.Local array) {
            flow.put(array.id(), Value.NONE);
            return;
        }
        for (Expr argument : site.argExprs()) {
            if (argument instanceof Expr.Local local) {
                Value value = flow.get(local.id());
                flow.put(
                        local.id(),
                        isFilled(site, value) ? value.without(Flag.BLANK).with(Flag.LITERAL) : lent(value));
            }
        }
    }

    /** What is assigned: where it has a name already, it may be changed under either of them. */
    static Value shared(Expr assigned, Value value, MethodFlow flow) {
        if (assigned instanceof Expr.Cast cast) {
            return shared(cast.operand(), value, flow);
        }
        if (!(assigned instanceof Expr.Local local)) {
            return value;
        }
        flow.put(local.id(), lent(flow.get(local.id())));
        return lent(value);
    }

    private static Value lent(Value value) {
        if (value.is(Flag.BLANK) || value.is(Flag.ORDERED)) {
            return Sequences.heap(value).without(Flag.BLANK);
        }
        Value open = value.without(Flag.MADE);
        return open.contents().isEmpty() ? open : open.with(Flag.HANDED);
    }
}
