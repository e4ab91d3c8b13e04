package dev.keywright.checks.rules.transport;

import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether code that is asked for a verdict can ever refuse. */
final class Acceptance {

    private static final Set<String> CATCHES_REFUSALS = Set.of(
            "CertificateException",
            "GeneralSecurityException",
            "Exception",
            "Throwable",
            "CertificateExpiredException");

    /** A certificate that anybody has made may well be valid today. */
    private static final Set<String> SAYS_NOTHING = Set.of("checkValidity", "requireNonNull", "notNull", "println");

    private Acceptance() {}

    /** Whether every way out of a function gives {@code true}. */
    static boolean alwaysTrue(Stmt body) {
        List<Expr> results = new ArrayList<>();
        return !mayThrow(body)
                && collectReturns(body, results)
                && !results.isEmpty()
                && results.stream().allMatch(result -> isTrue(result) || holdsTrue(result, body));
    }

    /** {@code boolean trusted = true; return trusted;}: a variable that holds nothing else. */
    private static boolean holdsTrue(Expr result, Stmt body) {
        if (!(result instanceof Expr.Local answer)) {
            return false;
        }
        List<Expr> held = new ArrayList<>();
        Statements.each(body, stmt -> {
            if (stmt instanceof Stmt.LocalVariable local
                    && local.variable().id() == answer.id()
                    && local.initializer() != null) {
                held.add(local.initializer());
            }
        });
        Walk.expressions(body, expr -> {
            if (expr instanceof Expr.Assign assign
                    && assign.target() instanceof Expr.Local local
                    && local.id() == answer.id()) {
                held.add(assign.value());
            }
        });
        return !held.isEmpty() && held.stream().allMatch(Acceptance::isTrue);
    }

    /**
     * Whether a procedure that refuses by throwing can refuse at all: it throws, or it hands the question on to somebody
     * who may, and does not swallow the answer.
     */
    static boolean mayRefuse(@Nullable Stmt body) {
        return body != null && !takesSelfSigned(body) && (mayThrow(body) || delegates(body));
    }

    /** {@code if (chain.length == 1) chain[0].checkValidity();}: who sends one certificate of his own passes. */
    private static boolean takesSelfSigned(Stmt body) {
        boolean[] found = new boolean[1];
        Statements.each(body, stmt -> {
            if (stmt instanceof Stmt.If test && test.otherwise() != null && asksForOne(test.condition())) {
                found[0] |= !mayThrow(test.then()) && !delegates(test.then());
            }
        });
        return found[0];
    }

    private static boolean asksForOne(Expr condition) {
        if (condition instanceof Expr.Binary both && both.op() == BinaryOp.AND_AND) {
            return asksForOne(both.left()) || asksForOne(both.right());
        }
        return condition instanceof Expr.Binary compared
                && compared.op() == BinaryOp.EQUAL
                && compared.left() instanceof Expr.ArrayLength
                && compared.right() instanceof Expr.Literal one
                && Integer.valueOf(1).equals(one.value());
    }

    private static boolean isTrue(Expr expr) {
        if (expr instanceof Expr.Binary either && either.op() == BinaryOp.OR_OR) {
            return isTrue(either.left()) || isTrue(either.right());
        }
        return (expr instanceof Expr.Literal literal && Boolean.TRUE.equals(literal.value()))
                || (expr instanceof Expr.Field field
                        && field.name().equals("TRUE")
                        && field.owner().simpleName().equals("Boolean"));
    }

    /** Adds the values that are returned; false when there is one that cannot be seen. */
    private static boolean collectReturns(Stmt stmt, List<Expr> results) {
        if (stmt instanceof Stmt.Return returned) {
            if (returned.value() == null) {
                return false;
            }
            results.add(returned.value());
            return true;
        }
        for (Stmt child : Statements.children(stmt)) {
            if (!collectReturns(child, results)) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayThrow(Stmt stmt) {
        if (stmt instanceof Stmt.Throw) {
            return true;
        }
        if (stmt instanceof Stmt.If test && asksPresenceOnly(test.condition())) {
            return test.otherwise() != null && mayThrow(test.otherwise());
        }
        if (stmt instanceof Stmt.Try attempt && swallows(attempt)) {
            return attempt.finalizer() != null && mayThrow(attempt.finalizer());
        }
        return Statements.children(stmt).stream().anyMatch(Acceptance::mayThrow);
    }

    /** {@code chain == null || chain.length == 0}: whoever sends a chain at all passes. */
    private static boolean asksPresenceOnly(Expr condition) {
        if (condition instanceof Expr.Binary either && either.op() == BinaryOp.OR_OR) {
            return asksPresenceOnly(either.left()) && asksPresenceOnly(either.right());
        }
        if (condition instanceof Expr.Binary compared) {
            return isNullOrZero(compared.right())
                    && (compared.left() instanceof Expr.Local
                            || compared.left() instanceof Expr.ArrayLength
                            || (compared.left() instanceof Expr.Call call
                                    && call.method().name().equals("length")));
        }
        return condition instanceof Expr.Call call && call.method().name().equals("isEmpty");
    }

    private static boolean isNullOrZero(Expr expr) {
        return expr instanceof Expr.Literal literal
                && (literal.value() == null || Integer.valueOf(0).equals(literal.value()));
    }

    private static boolean delegates(Stmt stmt) {
        if (stmt instanceof Stmt.Try attempt && swallows(attempt)) {
            return false;
        }
        return Statements.expressions(stmt).stream().anyMatch(Acceptance::asksSomebody)
                || Statements.children(stmt).stream().anyMatch(Acceptance::delegates);
    }

    private static boolean swallows(Stmt.Try attempt) {
        return attempt.catches().stream()
                .anyMatch(caught -> !mayThrow(caught.body())
                        && !delegates(caught.body())
                        && caught.types().stream().map(TypeRef::simpleName).anyMatch(CATCHES_REFUSALS::contains));
    }

    /** Any call but one to a logger, of a getter, or for the certificate's dates may refuse; benefit of the doubt. */
    private static boolean asksSomebody(Expr expr) {
        return Walk.any(
                expr,
                part -> part instanceof Expr.Call call
                        && !isLogging(call)
                        && !isGetter(call)
                        && !SAYS_NOTHING.contains(call.method().name()));
    }

    private static boolean isLogging(Expr.Call call) {
        String owner = call.method().owner().simpleName().toLowerCase(Locale.ROOT);
        String name = call.receiver() instanceof Expr.Local local
                ? local.name()
                : call.receiver() instanceof Expr.Field field ? field.name() : "";
        return owner.contains("log")
                || owner.equals("printstream")
                || name.toLowerCase(Locale.ROOT).startsWith("log");
    }

    private static boolean isGetter(Expr.Call call) {
        String name = call.method().name();
        return call.args().isEmpty()
                && (name.startsWith("get")
                        || name.startsWith("is")
                        || name.equals("toString")
                        || name.equals("length"));
    }
}
