package dev.keywright.checks.rules.signature;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.UnaryOp;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A secret that callers have to send, and that is asked for only where one is configured: {@code if (webhookSecret != null &&
 * !webhookSecret.equals(sent)) refuse}. Whoever forgets to configure it lets everybody in, and nothing says so.
 */
final class UnsetSecrets {

    private static final Set<String> SECRETS = Set.of("secret", "token", "password", "apikey");
    private static final Set<String> COMPARING = Set.of("equals", "isEqual", "equalsIgnoreCase", "constantTimeEquals");

    private UnsetSecrets() {}

    static boolean check(Stmt.If test, MethodDecl method, Checks checks, RuleContext context) {
        for (Expr conjunct : Absence.operands(test.condition(), BinaryOp.AND_AND)) {
            Expr.Field secret = field(Absence.present(conjunct));
            if (secret != null && isSkipped(test, conjunct, secret)) {
                report(conjunct, context);
                return true;
            }
        }
        if (!Macs.isBoolean(method) && Checks.isNamedAsCheck(method) && isBareReturn(test)) {
            for (Expr operand : Absence.operands(test.condition(), BinaryOp.OR_OR)) {
                Expr.Field secret = field(Absence.absent(operand));
                if (secret != null && isComparedBehind(test, method, secret)) {
                    report(operand, context);
                    return true;
                }
            }
        }
        return false;
    }

    private static void report(Expr at, RuleContext context) {
        context.report(Severity.WARNING, at.span(), Messages.SKIPPED_WHEN_UNSET, List.of(), null);
    }

    /** A field that is called a secret: what is configured, and not what a caller has left out. */
    private static Expr.@Nullable Field field(@Nullable Expr value) {
        if (!(value instanceof Expr.Field field)
                || field.isStatic()
                || !field.type().isString()) {
            return null;
        }
        List<String> words = SecretNames.split(field.name());
        boolean secret = !words.isEmpty() && SECRETS.contains(words.get(words.size() - 1))
                || words.size() > 1 && words.get(words.size() - 1).equals("key") && words.contains("api");
        return secret ? field : null;
    }

    /** The comparison stands beside the question, or in the branch that it opens. */
    private static boolean isSkipped(Stmt.If test, Expr asked, Expr.Field secret) {
        boolean beside = Absence.operands(test.condition(), BinaryOp.AND_AND).stream()
                .anyMatch(other -> other != asked && isMismatch(other, secret));
        if (beside) {
            return Outcome.refuses(test.then());
        }
        boolean[] inside = new boolean[1];
        if (test.otherwise() == null && !Outcome.leaves(test.then())) {
            Statements.each(
                    test.then(),
                    stmt -> inside[0] |= stmt instanceof Stmt.If inner
                            && Outcome.refuses(inner.then())
                            && Absence.operands(inner.condition(), BinaryOp.OR_OR).stream()
                                    .anyMatch(other -> isMismatch(other, secret)));
        }
        return inside[0];
    }

    private static boolean isMismatch(Expr condition, Expr.Field secret) {
        return condition instanceof Expr.Unary not
                && not.op() == UnaryOp.NOT
                && not.operand() instanceof Expr.Call call
                && isComparison(call, secret);
    }

    private static boolean isComparison(Expr.Call call, Expr.Field secret) {
        return COMPARING.contains(call.method().name())
                && !(call.args().isEmpty() || call.args().get(0) instanceof Expr.Literal)
                && Walk.any(
                        call,
                        part -> part instanceof Expr.Field same && same.name().equals(secret.name()))
                && !Walk.any(call, part -> isOfAnother(part, secret));
    }

    /** {@code secret.equals(that.secret)}, {@code secret.equals(that.getSecret())}: two objects are compared, or one is looked for. */
    private static boolean isOfAnother(Expr part, Expr.Field secret) {
        if (part instanceof Expr.Field other) {
            return other.name().equals(secret.name())
                    && other.target() != null
                    && !(other.target() instanceof Expr.This);
        }
        return part instanceof Expr.Call getter
                && getter.args().isEmpty()
                && SignatureCheckBypassed.name(getter).equalsIgnoreCase(secret.name());
    }

    private static boolean isBareReturn(Stmt.If test) {
        return test.otherwise() == null
                && Statements.last(test.then()) instanceof Stmt.Return returned
                && returned.value() == null
                && !Outcome.refuses(test.then());
    }

    private static boolean isComparedBehind(Stmt.If test, MethodDecl method, Expr.Field secret) {
        return Walk.any(
                method,
                part -> part instanceof Expr.Call call
                        && call.span().start() > test.span().end()
                        && isComparison(call, secret));
    }
}
