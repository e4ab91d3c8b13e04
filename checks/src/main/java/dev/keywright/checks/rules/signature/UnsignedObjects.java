package dev.keywright.checks.rules.signature;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.UnaryOp;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;

/** {@code if (!message.isSigned()) return;} in a method that validates signatures: what is not signed passes as well. */
final class UnsignedObjects {

    private UnsignedObjects() {}

    /** A caller may see to it that something is signed, so that this is said and stops nothing. */
    static void check(MethodDecl method, RuleContext context) {
        List<String> words = SecretNames.split(method.name());
        if (method.body() == null
                || !method.returnType().name().equals("void")
                || !words.contains("signature")
                || !words.contains("validate") && !words.contains("verify") && !words.contains("check")) {
            return;
        }
        for (Stmt stmt : method.body().statements()) {
            if (stmt instanceof Stmt.If test
                    && isUnsigned(test.condition())
                    && Statements.last(test.then()) instanceof Stmt.Return) {
                context.report(
                        Severity.WARNING, test.condition().span(), Messages.ACCEPTED_WHEN_ABSENT, List.of(), null);
            }
        }
    }

    private static boolean isUnsigned(Expr condition) {
        return Absence.operands(condition, BinaryOp.OR_OR).stream()
                .anyMatch(operand -> operand instanceof Expr.Unary not
                        && not.op() == UnaryOp.NOT
                        && not.operand() instanceof Expr.Call asked
                        && asked.args().isEmpty()
                        && asked.method().name().equals("isSigned"));
    }
}
