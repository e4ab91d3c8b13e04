package dev.keywright.checks.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The parts of statements. */
public final class Statements {

    private Statements() {}

    /** The statements that stand directly in a statement. */
    public static List<Stmt> children(Stmt stmt) {
        if (stmt instanceof Stmt.Block block) {
            return block.statements();
        }
        if (stmt instanceof Stmt.If test) {
            return test.otherwise() == null ? List.of(test.then()) : List.of(test.then(), test.otherwise());
        }
        if (stmt instanceof Stmt.Loop loop) {
            return List.of(loop.body());
        }
        if (stmt instanceof Stmt.ForEach each) {
            return List.of(each.body());
        }
        if (stmt instanceof Stmt.Labeled labeled) {
            return List.of(labeled.body());
        }
        if (stmt instanceof Stmt.Synchronized locked) {
            return List.of(locked.body());
        }
        if (stmt instanceof Stmt.Switch switched) {
            List<Stmt> bodies = new ArrayList<>();
            switched.cases().forEach(each -> bodies.addAll(each.body()));
            return bodies;
        }
        if (stmt instanceof Stmt.Try attempt) {
            List<Stmt> parts = new ArrayList<>(attempt.resources());
            parts.add(attempt.body());
            attempt.catches().forEach(caught -> parts.add(caught.body()));
            if (attempt.finalizer() != null) {
                parts.add(attempt.finalizer());
            }
            return parts;
        }
        return List.of();
    }

    /** What a branch ends with: the last statement, inside of however many braces; empty braces themselves. */
    public static Stmt last(Stmt branch) {
        Stmt current = branch;
        while (current instanceof Stmt.Block block && !block.statements().isEmpty()) {
            current = block.statements().get(block.statements().size() - 1);
        }
        return current;
    }

    /** Whether a branch ends the method: by a return or a throw. */
    public static boolean endsMethod(Stmt branch) {
        Stmt last = last(branch);
        return last instanceof Stmt.Return || last instanceof Stmt.Throw;
    }

    /** The expressions that the statement itself evaluates, those of its child statements not. */
    public static List<Expr> expressions(Stmt stmt) {
        if (stmt instanceof Stmt.Expression expression) {
            return List.of(expression.expr());
        }
        if (stmt instanceof Stmt.LocalVariable local) {
            return local.initializer() == null ? List.of() : List.of(local.initializer());
        }
        if (stmt instanceof Stmt.If test) {
            return List.of(test.condition());
        }
        if (stmt instanceof Stmt.ForEach each) {
            return List.of(each.iterable());
        }
        if (stmt instanceof Stmt.Loop loop) {
            List<Expr> parts = new ArrayList<>(loop.update());
            if (loop.condition() != null) {
                parts.add(0, loop.condition());
            }
            return parts;
        }
        if (stmt instanceof Stmt.Return returned) {
            return returned.value() == null ? List.of() : List.of(returned.value());
        }
        if (stmt instanceof Stmt.Switch switched) {
            return List.of(switched.selector());
        }
        if (stmt instanceof Stmt.Throw thrown) {
            return List.of(thrown.value());
        }
        if (stmt instanceof Stmt.Yield yielded) {
            return List.of(yielded.value());
        }
        if (stmt instanceof Stmt.Synchronized locked) {
            return List.of(locked.lock());
        }
        if (stmt instanceof Stmt.Unknown unknown) {
            return unknown.parts();
        }
        return List.of();
    }

    /** As {@link #each}, and the statements of lambdas too: a handler is often one. */
    public static void everywhere(@Nullable Stmt root, Consumer<Stmt> visitor) {
        Set<Stmt> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Stmt> roots = new ArrayDeque<>();
        if (root != null) {
            roots.push(root);
        }
        while (!roots.isEmpty()) {
            each(roots.pop(), stmt -> {
                visitor.accept(stmt);
                for (Expr expr : expressions(stmt)) {
                    Walk.expressions(expr, part -> {
                        if (part instanceof Expr.Lambda lambda && seen.add(lambda.body())) {
                            roots.add(lambda.body());
                        }
                    });
                }
            });
        }
    }

    /** Visits a statement and all statements in it, those of lambdas and of local classes not. */
    public static void each(@Nullable Stmt root, Consumer<Stmt> visitor) {
        Deque<Stmt> open = new ArrayDeque<>();
        if (root != null) {
            open.push(root);
        }
        while (!open.isEmpty()) {
            Stmt stmt = open.pop();
            visitor.accept(stmt);
            List<Stmt> children = children(stmt);
            for (int i = children.size() - 1; i >= 0; i--) {
                open.push(children.get(i));
            }
        }
    }
}
