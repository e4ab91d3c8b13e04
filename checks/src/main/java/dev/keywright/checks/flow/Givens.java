package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.UnaryOp;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.ir.Walk;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one method that a call hands a constant to. A helper that is told by a flag whether to show a password does
 * two things, not one: for a call that says which, it is followed as that call has it. Remembers which parameters the method's
 * conditions ask for, so that no other constant is worth following anew.
 */
final class Givens {

    /** The constants by the parameters' positions; empty when the method is followed for every caller. */
    private final Map<Integer, Object> constants;

    private final MethodDecl method;
    private final BitSet decisive = new BitSet();
    private @Nullable Set<Integer> assigned;

    Givens(MethodDecl method, Map<Integer, Object> constants) {
        this.method = method;
        this.constants = constants;
    }

    /** What a variable is for this call, where it is a parameter that keeps the constant it was handed. */
    @Nullable
    Object ask(Expr.Local local) {
        List<Variable> parameters = method.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).id() == local.id()) {
                decisive.set(i);
                Object constant = constants.get(i);
                return constant == null || assigned().contains(local.id()) ? null : constant;
            }
        }
        return null;
    }

    /** The positions of the parameters that conditions ask for. */
    BitSet decisive() {
        return (BitSet) decisive.clone();
    }

    private Set<Integer> assigned() {
        if (assigned == null) {
            Set<Integer> targets = new HashSet<>();
            Walk.expressions(method, expr -> {
                if (expr instanceof Expr.Assign assign && assign.target() instanceof Expr.Local local) {
                    targets.add(local.id());
                } else if (expr instanceof Expr.Unary unary && unary.operand() instanceof Expr.Local local) {
                    if (unary.op() != UnaryOp.NOT) {
                        targets.add(local.id());
                    }
                }
            });
            assigned = targets;
        }
        return assigned;
    }
}
