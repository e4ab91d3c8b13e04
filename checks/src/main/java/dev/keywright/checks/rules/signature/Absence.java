package dev.keywright.checks.rules.signature;

import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.UnaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conditions that ask whether a value is there at all: null, empty or blank. */
final class Absence {

    private static final Set<String> ABSENT = Set.of("isEmpty", "isBlank", "isNullOrEmpty", "isNull", "isNullOrBlank");
    private static final Set<String> PRESENT =
            Set.of("isNotEmpty", "isNotBlank", "hasText", "hasLength", "nonNull", "isPresent");

    private Absence() {}

    /** The conjuncts of a condition, or its disjuncts. */
    static List<Expr> operands(Expr condition, BinaryOp op) {
        List<Expr> operands = new ArrayList<>();
        Expr current = condition;
        while (current instanceof Expr.Binary binary && binary.op() == op) {
            operands.add(0, binary.right());
            current = binary.left();
        }
        operands.add(0, current);
        return operands;
    }

    /** The value that a condition says is absent; null when it says something else. */
    static @Nullable Expr absent(Expr condition) {
        return tested(condition, true);
    }

    /** The value that a condition says is present; null when it says something else. */
    static @Nullable Expr present(Expr condition) {
        return tested(condition, false);
    }

    private static @Nullable Expr tested(Expr condition, boolean absent) {
        if (condition instanceof Expr.Unary unary && unary.op() == UnaryOp.NOT) {
            return tested(unary.operand(), !absent);
        }
        if (condition instanceof Expr.Binary binary && binary.op() == (absent ? BinaryOp.EQUAL : BinaryOp.NOT_EQUAL)) {
            return binary.besideNull();
        }
        if (condition instanceof Expr.Call call) {
            return tested(call, absent ? ABSENT : PRESENT, absent);
        }
        return null;
    }

    private static @Nullable Expr tested(Expr.Call call, Set<String> names, boolean absent) {
        String name = call.method().name();
        if (absent && name.equals("equals") && call.args().size() == 1) {
            if (isEmptyText(call.receiver())) {
                return call.args().get(0);
            }
            return isEmptyText(call.args().get(0)) ? call.receiver() : null;
        }
        if (!names.contains(name)) {
            return null;
        }
        return call.args().size() == 1 ? call.args().get(0) : call.args().isEmpty() ? call.receiver() : null;
    }

    private static boolean isEmptyText(@Nullable Expr expr) {
        return expr instanceof Expr.Literal literal && "".equals(literal.value());
    }
}
