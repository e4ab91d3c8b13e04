package dev.keywright.checks.rules.signature;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A verification with a branch that warns that nothing could be verified, and answers true: whoever brings the code there
 * passes. A switch that says so by its name is somebody's choice.
 */
final class WarnedAcceptance {

    private static final Set<String> VERIFYING = Set.of("verify", "verifies", "validate", "check", "valid", "is");
    private static final Set<String> VERIFIED = Set.of("signature", "mac", "hmac", "digest", "token", "jwt", "jws");
    private static final Set<String> WARNING = Set.of("warn", "warning", "error", "severe", "fatal");

    private static final Set<String> CHOICES = Set.of(
            "enabled",
            "disabled",
            "enable",
            "disable",
            "skip",
            "allow",
            "allowed",
            "insecure",
            "ignore",
            "trust",
            "trusted",
            "optional",
            "lenient",
            "debug",
            "required",
            "require",
            "test",
            "supported",
            "supports");

    private WarnedAcceptance() {}

    static void check(MethodDecl method, RuleContext context) {
        List<String> words = SecretNames.split(method.name());
        if (method.body() == null
                || words.stream().noneMatch(VERIFYING::contains)
                || words.stream().noneMatch(VERIFIED::contains)
                || !Macs.isBoolean(method)
                || !verifiesElsewhere(method.body())) {
            return;
        }
        Statements.everywhere(method.body(), stmt -> {
            if (stmt instanceof Stmt.If test && !isChoice(test.condition())) {
                report(test.then(), context);
                report(test.otherwise(), context);
            }
        });
    }

    private static void report(@Nullable Stmt branch, RuleContext context) {
        if (!(branch instanceof Stmt.Block block) || block.statements().size() < 2) {
            return;
        }
        List<Stmt> statements = block.statements();
        Stmt last = statements.get(statements.size() - 1);
        if (last instanceof Stmt.Return returned
                && isTrue(returned.value())
                && warns(statements.get(statements.size() - 2))) {
            context.report(Severity.WARNING, returned.span(), Messages.WARNED_ACCEPTANCE, List.of(), null);
        }
    }

    private static boolean isTrue(@Nullable Expr expr) {
        return expr instanceof Expr.Literal literal && Boolean.TRUE.equals(literal.value());
    }

    private static boolean warns(Stmt stmt) {
        return stmt instanceof Stmt.Expression expression
                && expression.expr() instanceof Expr.Call call
                && call.receiver() != null
                && Naming.ofPlace(call.receiver()).toLowerCase(Locale.ROOT).startsWith("log")
                && WARNING.contains(call.method().name());
    }

    /** Some path answers what a comparison or another verification says. */
    private static boolean verifiesElsewhere(Stmt body) {
        boolean[] found = new boolean[1];
        Statements.everywhere(
                body,
                stmt -> found[0] |= stmt instanceof Stmt.Return returned
                        && returned.value() != null
                        && !(returned.value() instanceof Expr.Literal));
        return found[0];
    }

    private static boolean isChoice(Expr condition) {
        return Walk.any(condition, part -> SecretNames.says(Naming.ofRead(part), CHOICES));
    }
}
