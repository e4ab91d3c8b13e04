package dev.keywright.checks.flow;

import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Loops: followed until nothing new is learned, a few turns at most. */
final class LoopFlow {

    private static final int LOOP_TURNS = 3;

    /** The loops around a function. */
    record Around(boolean earlyExit, int loops) {}

    private final StatementFlow statements;
    private final MethodFlow flow;
    private final ExprFlow exprs;
    private final Paths paths;

    /** Inside a loop's condition or an if that leaves the loop: comparisons of elements tell by their time. */
    private boolean earlyExit;

    private int loops;

    LoopFlow(StatementFlow statements, MethodFlow flow, ExprFlow exprs, Paths paths) {
        this.statements = statements;
        this.flow = flow;
        this.exprs = exprs;
        this.paths = paths;
    }

    boolean comparesWithEarlyExit() {
        return earlyExit && loops > 0;
    }

    /** The condition of an if: where its branch leaves a loop early, comparisons in it tell by their time. */
    void test(Stmt.If branch) {
        boolean outer = earlyExit;
        earlyExit = loops > 0 && leavesEarly(branch.then()) || outer && loops == 0;
        exprs.eval(branch.condition());
        earlyExit = outer;
    }

    /** A function begins: what is around it is no loop of its own. */
    Around enter() {
        Around around = new Around(earlyExit, loops);
        earlyExit = false;
        loops = 0;
        return around;
    }

    void leave(Around around) {
        earlyExit = around.earlyExit();
        loops = around.loops();
    }

    void follow(Stmt.Loop loop) {
        List<Map<Integer, Value>> out = new ArrayList<>();
        Boolean known = flow.conditions.known(loop.condition());
        if (!loop.bodyFirst() && Boolean.FALSE.equals(known)) {
            return;
        }
        if (!loop.bodyFirst() && loop.condition() != null && known == null) {
            out.add(paths.copy());
        }
        turns(
                () -> {
                    if (loop.condition() != null && !loop.bodyFirst()) {
                        condition(loop.condition());
                    }
                    boolean outer = earlyExit;
                    earlyExit = asksForEquals(loop);
                    statements.exec(loop.body());
                    earlyExit = outer;
                },
                () -> {
                    loop.update().forEach(exprs::eval);
                    if (loop.condition() != null && loop.bodyFirst()) {
                        condition(loop.condition());
                    }
                },
                out);
    }

    /** {@code while (same && i < length) same = a[i] == b[i++]}: the condition asks for what the body has found. */
    private static boolean asksForEquals(Stmt.Loop loop) {
        Set<Integer> asked = new HashSet<>();
        if (loop.condition() != null) {
            Walk.expressions(loop.condition(), part -> {
                if (part instanceof Expr.Local local && mayBeTruth(local.type())) {
                    asked.add(local.id());
                }
            });
        }
        // Most loops ask for a number only: their bodies need not be read for this.
        return !asked.isEmpty()
                && Walk.any(
                        loop.body(),
                        part -> part instanceof Expr.Assign assign
                                && assign.op() == null
                                && assign.value() instanceof Expr.Binary binary
                                && (binary.op() == BinaryOp.EQUAL || binary.op() == BinaryOp.NOT_EQUAL)
                                && assign.target() instanceof Expr.Local found
                                && asked.contains(found.id()));
    }

    private static boolean mayBeTruth(TypeRef type) {
        return !type.isPrimitive() || type.name().equals("boolean");
    }

    /** A loop that goes on only while elements are equal stops at the first difference. */
    private void condition(Expr condition) {
        boolean outer = earlyExit;
        earlyExit = true;
        exprs.eval(condition);
        earlyExit = outer;
    }

    void follow(Stmt.ForEach each) {
        Value element = exprs.eval(each.iterable()).element();
        List<Map<Integer, Value>> out = new ArrayList<>();
        out.add(paths.copy());
        turns(
                () -> {
                    paths.put(each.variable().id(), flow.bind(each.variable(), element, null));
                    statements.exec(each.body());
                },
                () -> {},
                out);
    }

    private void turns(Runnable body, Runnable update, List<Map<Integer, Value>> out) {
        loops++;
        for (int turn = 0; turn < LOOP_TURNS && !paths.isDead(); turn++) {
            Map<Integer, Value> before = paths.copy();
            List<Map<Integer, Value>> ends = new ArrayList<>();
            paths.opens(ends);
            body.run();
            paths.closes();
            paths.keep(ends);
            paths.go(paths.join(ends));
            if (paths.isDead()) {
                break;
            }
            update.run();
            out.add(paths.copy());
            Map<Integer, Value> after = paths.join(List.of(before, Objects.requireNonNullElse(paths.here(), before)));
            paths.go(after);
            if (before.equals(after)) {
                break;
            }
        }
        loops--;
        paths.go(paths.join(out));
    }

    private static boolean leavesEarly(Stmt then) {
        Stmt last = then;
        while (last instanceof Stmt.Block block && !block.statements().isEmpty()) {
            last = block.statements().get(block.statements().size() - 1);
        }
        return last instanceof Stmt.Return || last instanceof Stmt.Break || last instanceof Stmt.Throw;
    }
}
