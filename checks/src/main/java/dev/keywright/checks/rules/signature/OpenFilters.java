package dev.keywright.checks.rules.signature;

import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Filters that let a request pass by returning ({@code ContainerRequestFilter}) or by answering true ({@code preHandle}), and
 * do so for whoever calls himself something.
 */
final class OpenFilters {

    private static final Set<String> REFUSALS = Set.of("UNAUTHORIZED", "FORBIDDEN", "SC_UNAUTHORIZED", "SC_FORBIDDEN");
    private static final Set<Integer> STATUS = Set.of(401, 403);

    private OpenFilters() {}

    static void check(MethodDecl method, Slice slice, RuleContext context) {
        boolean quiet = method.name().equals("filter")
                && method.parameters().size() == 1
                && method.parameters().get(0).varType().simpleName().equals("ContainerRequestContext");
        boolean answering = method.name().equals("preHandle") && Macs.isBoolean(method);
        if (!quiet && !answering || slice.expressions().stream().noneMatch(OpenFilters::saysWhoMayNot)) {
            return;
        }
        Statements.everywhere(method.body(), stmt -> {
            if (stmt instanceof Stmt.If test && passes(test.then(), quiet) && refusesLater(method, test)) {
                Expr said = opening(test.condition(), slice);
                if (said != null) {
                    context.report(
                            said.span(),
                            Messages.bypassed(String.valueOf(SignatureCheckBypassed.saidOfItself(said, slice))),
                            List.of());
                }
            }
        });
    }

    private static boolean saysWhoMayNot(Expr expr) {
        return expr instanceof Expr.Field field && REFUSALS.contains(field.name())
                || expr instanceof Expr.Literal literal
                        && literal.value() instanceof Integer status
                        && STATUS.contains(status);
    }

    private static boolean passes(Stmt branch, boolean quiet) {
        return quiet
                ? Statements.last(branch) instanceof Stmt.Return && !Outcome.refuses(branch)
                : Outcome.accepts(branch);
    }

    private static boolean refusesLater(MethodDecl method, Stmt.If test) {
        return Walk.any(method, part -> part.span().start() > test.span().end() && saysWhoMayNot(part));
    }

    /** What a request says of itself, where nothing else is asked for. */
    private static @Nullable Expr opening(Expr condition, Slice slice) {
        Expr opening = null;
        for (Expr operand : Absence.operands(condition, BinaryOp.AND_AND)) {
            String said = SignatureCheckBypassed.saidOfItself(operand, slice);
            if (said == null || SignatureCheckBypassed.ADDRESS.matcher(said).matches()) {
                return null;
            }
            opening = Absence.present(operand) == null ? operand : opening;
        }
        return opening;
    }
}
