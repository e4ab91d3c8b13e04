package dev.keywright.checks.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Visits every expression of a piece of code, lambdas included, bodies of local and anonymous classes not. Keeps its own
 * stack, so that deep nesting costs memory and not the thread's stack.
 */
public final class Walk {

    private final Deque<Object> open = new ArrayDeque<>();
    private final List<Object> children = new ArrayList<>();
    private final Predicate<Expr> closed;

    private Walk(Predicate<Expr> closed) {
        this.closed = closed;
    }

    /** Visits the expressions of a method's body in the order of the source, outer ones before their parts. */
    public static void expressions(MethodDecl method, Consumer<Expr> visitor) {
        if (method.body() != null) {
            new Walk(expr -> false).run(method.body(), visitor);
        }
    }

    /** Visits an expression and its parts. */
    public static void expressions(Expr expr, Consumer<Expr> visitor) {
        expressions(expr, part -> false, visitor);
    }

    /** As {@link #expressions(Expr, Consumer)}, passing over expressions that {@code closed} holds for and their parts. */
    public static void expressions(Expr expr, Predicate<Expr> closed, Consumer<Expr> visitor) {
        new Walk(closed).run(expr, visitor);
    }

    /** Whether an expression, or a part of it, fits. */
    public static boolean any(Expr expr, Predicate<Expr> wanted) {
        boolean[] found = new boolean[1];
        expressions(expr, part -> found[0], part -> found[0] |= wanted.test(part));
        return found[0];
    }

    /** Whether an expression of a statement, or of the statements in it, fits. */
    public static boolean any(Stmt stmt, Predicate<Expr> wanted) {
        boolean[] found = new boolean[1];
        expressions(stmt, part -> found[0] |= wanted.test(part));
        return found[0];
    }

    /** Whether an expression of a method's body fits. */
    public static boolean any(MethodDecl method, Predicate<Expr> wanted) {
        return method.body() != null && any(method.body(), wanted);
    }

    /** Visits the expressions of a statement and of the statements in it. */
    public static void expressions(Stmt stmt, Consumer<Expr> visitor) {
        new Walk(part -> false).run(stmt, visitor);
    }

    /** The expressions that a method returns, in the order of the source; what lambdas return is theirs. */
    public static List<Expr> returned(MethodDecl method) {
        List<Expr> results = new ArrayList<>();
        if (method.body() != null) {
            Walk walk = new Walk(expr -> true);
            walk.open.push(method.body());
            while (!walk.open.isEmpty()) {
                Object node = walk.open.pop();
                walk.children.clear();
                if (node instanceof Stmt.Return end && end.value() != null) {
                    results.add(end.value());
                } else if (node instanceof Stmt stmt) {
                    walk.descend(stmt);
                }
                Collections.reverse(walk.children);
                walk.children.forEach(walk.open::push);
            }
        }
        return results;
    }

    private void run(Object root, Consumer<Expr> visitor) {
        open.push(root);
        while (!open.isEmpty()) {
            Object node = open.pop();
            children.clear();
            if (node instanceof Expr expr) {
                if (closed.test(expr)) {
                    continue;
                }
                visitor.accept(expr);
                descend(expr);
            } else if (node instanceof Stmt stmt) {
                descend(stmt);
            }
            Collections.reverse(children);
            children.forEach(open::push);
        }
    }

    private void add(@Nullable Object child) {
        if (child != null) {
            children.add(child);
        }
    }

    private void descend(Expr expr) {
        if (expr instanceof Expr.Call call) {
            add(call.receiver());
            children.addAll(call.args());
        } else if (expr instanceof Expr.New made) {
            children.addAll(made.args());
        } else if (expr instanceof Expr.NewArray array) {
            children.addAll(array.sizes());
            children.addAll(array.elements() == null ? List.of() : array.elements());
        } else if (expr instanceof Expr.Concat concat) {
            children.addAll(concat.parts());
        } else if (expr instanceof Expr.Lambda lambda) {
            add(lambda.body());
        } else if (expr instanceof Expr.SwitchExpr switched) {
            add(switched.selector());
            cases(switched.cases());
        } else if (expr instanceof Expr.Unknown unknown) {
            children.addAll(unknown.parts());
        } else {
            descendSimple(expr);
        }
    }

    private void descendSimple(Expr expr) {
        if (expr instanceof Expr.Field field) {
            add(field.target());
        } else if (expr instanceof Expr.ArrayLength length) {
            add(length.array());
        } else if (expr instanceof Expr.ArrayAccess access) {
            add(access.array());
            add(access.index());
        } else if (expr instanceof Expr.Binary binary) {
            add(binary.left());
            add(binary.right());
        } else if (expr instanceof Expr.Unary unary) {
            add(unary.operand());
        } else if (expr instanceof Expr.Assign assign) {
            add(assign.target());
            add(assign.value());
        } else if (expr instanceof Expr.Conditional conditional) {
            add(conditional.condition());
            add(conditional.then());
            add(conditional.otherwise());
        } else if (expr instanceof Expr.Cast cast) {
            add(cast.operand());
        } else if (expr instanceof Expr.InstanceOf test) {
            add(test.operand());
        } else if (expr instanceof Expr.MethodReference reference) {
            add(reference.target());
        }
    }

    private void descend(Stmt stmt) {
        if (stmt instanceof Stmt.Block block) {
            children.addAll(block.statements());
        } else if (stmt instanceof Stmt.LocalVariable local) {
            add(local.initializer());
        } else if (stmt instanceof Stmt.Expression expression) {
            add(expression.expr());
        } else if (stmt instanceof Stmt.If test) {
            add(test.condition());
            add(test.then());
            add(test.otherwise());
        } else if (stmt instanceof Stmt.Loop loop) {
            children.addAll(loop.init());
            add(loop.condition());
            children.addAll(loop.update());
            add(loop.body());
        } else if (stmt instanceof Stmt.ForEach each) {
            add(each.iterable());
            add(each.body());
        } else if (stmt instanceof Stmt.Try attempt) {
            children.addAll(attempt.resources());
            add(attempt.body());
            attempt.catches().forEach(caught -> add(caught.body()));
            add(attempt.finalizer());
        } else if (stmt instanceof Stmt.Switch switched) {
            add(switched.selector());
            cases(switched.cases());
        } else {
            descendSimple(stmt);
        }
    }

    private void descendSimple(Stmt stmt) {
        if (stmt instanceof Stmt.Return returned) {
            add(returned.value());
        } else if (stmt instanceof Stmt.Yield yielded) {
            add(yielded.value());
        } else if (stmt instanceof Stmt.Throw thrown) {
            add(thrown.value());
        } else if (stmt instanceof Stmt.Labeled labeled) {
            add(labeled.body());
        } else if (stmt instanceof Stmt.Synchronized locked) {
            add(locked.lock());
            add(locked.body());
        } else if (stmt instanceof Stmt.Assert asserted) {
            add(asserted.condition());
            add(asserted.detail());
        } else if (stmt instanceof Stmt.Unknown unknown) {
            children.addAll(unknown.parts());
        }
    }

    private void cases(List<Stmt.Case> cases) {
        for (Stmt.Case branch : cases) {
            for (Pattern label : branch.labels()) {
                if (label instanceof Pattern.Constant constant) {
                    add(constant.value());
                }
            }
            add(branch.guard());
            children.addAll(branch.body());
        }
    }
}
