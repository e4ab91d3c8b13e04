package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the local variables of one method are made from: every value assigned to one, and every argument of a call made on
 * it ({@code mac.update(body)}, {@code builder.append(path)}), unless it is a text, which no call changes, or an exchange that
 * is given its answer. The order of statements is ignored; asking costs time linear in the method's size.
 */
public final class Slice {

    /** Each call of a chain looks for the chain's beginning; from so far away it is not found, lest that cost the square. */
    static final int LONGEST_CHAIN = 1_000;

    /** What an exchange is handed to be sent back: nothing that is read from it later is made of that. */
    private static final Set<String> ANSWERING = Set.of(
            "result",
            "end",
            "json",
            "html",
            "status",
            "send",
            "sendError",
            "sendRedirect",
            "sendResponseHeaders",
            "redirect",
            "respond",
            "fail",
            "abortWith",
            "complete",
            "render");

    private final Map<Integer, List<Expr>> makings = new HashMap<>();
    private final List<Expr> expressions = new ArrayList<>();
    private final List<Expr.Call> calls = new ArrayList<>();
    private final MethodDecl method;
    private boolean read;

    public Slice(MethodDecl method) {
        this.method = method;
    }

    /** Not before somebody asks: most methods are passed over by what stands in their statements. */
    private void read() {
        if (!read) {
            read = true;
            Statements.everywhere(method.body(), this::declarations);
            Walk.expressions(method, this::add);
        }
    }

    /** All expressions of the method, outer ones before their parts. */
    public List<Expr> expressions() {
        read();
        return expressions;
    }

    /** All calls of the method, outer ones before their parts. */
    public List<Expr.Call> calls() {
        read();
        return calls;
    }

    /** Whether a value is made from an expression that fits, through local variables. */
    public boolean madeFrom(Expr value, Predicate<Expr> wanted) {
        return trace(value, wanted, expr -> false);
    }

    /** As {@link #madeFrom}, not looking into parts that {@code closed} holds for. */
    public boolean trace(Expr value, Predicate<Expr> wanted, Predicate<Expr> closed) {
        read();
        Deque<Expr> open = new ArrayDeque<>(List.of(value));
        Set<Integer> seen = new HashSet<>();
        boolean[] found = new boolean[1];
        while (!open.isEmpty() && !found[0]) {
            Walk.expressions(open.pop(), closed, part -> {
                if (wanted.test(part)) {
                    found[0] = true;
                } else if (part instanceof Expr.Local local && seen.add(local.id())) {
                    open.addAll(makings.getOrDefault(local.id(), List.of()));
                }
            });
        }
        return found[0];
    }

    private void declarations(Stmt stmt) {
        if (stmt instanceof Stmt.LocalVariable local && local.initializer() != null) {
            put(local.variable().id(), local.initializer());
        } else if (stmt instanceof Stmt.ForEach each) {
            put(each.variable().id(), each.iterable());
        }
    }

    private void add(Expr expr) {
        expressions.add(expr);
        if (expr instanceof Expr.Assign assign && root(assign.target()) instanceof Expr.Local local) {
            put(local.id(), assign.value());
        } else if (expr instanceof Expr.Call call) {
            calls.add(call);
            if (call.receiver() != null
                    && root(call.receiver()) instanceof Expr.Local local
                    && !local.type().isString()
                    && !call.method().name().equals("equals")
                    && !(ANSWERING.contains(call.method().name()) && method.isParameter(local))) {
                call.args().forEach(argument -> put(local.id(), argument));
            }
            // Methods that fill an array they are given: in.read(buffer), mac.doFinal(output, 0).
            if (call.receiver() != null) {
                for (Expr argument : call.args()) {
                    if (argument instanceof Expr.Local local && local.type().dims() > 0) {
                        put(local.id(), call.receiver());
                    }
                }
            }
        }
    }

    /** The variable at the bottom of {@code builder.append(a).append(b)} or {@code array[0]}. */
    private static Expr root(Expr expr) {
        Expr current = expr;
        for (int links = 0; links <= LONGEST_CHAIN; links++) {
            if (current instanceof Expr.Call call && call.receiver() != null) {
                current = call.receiver();
            } else if (current instanceof Expr.ArrayAccess access) {
                current = access.array();
            } else {
                return current;
            }
        }
        return expr;
    }

    private void put(int variable, Expr value) {
        makings.computeIfAbsent(variable, key -> new ArrayList<>()).add(value);
    }
}
