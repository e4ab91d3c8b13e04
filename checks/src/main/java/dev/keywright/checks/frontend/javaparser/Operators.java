package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.UnaryOp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Unary and binary operators; chains are built from their first operand on, without recursion. */
final class Operators {

    private final Unit unit;
    private final Exprs exprs;

    Operators(Unit unit, Exprs exprs) {
        this.unit = unit;
        this.exprs = exprs;
    }

    Expr binary(BinaryExpr node) {
        Deque<BinaryExpr> spine = new ArrayDeque<>();
        Expression rest = node;
        while (rest instanceof BinaryExpr inner) {
            spine.push(inner);
            rest = Exprs.strip(inner.getLeft());
        }
        Expr value = exprs.convert(rest, null);
        Joined joined = null;
        while (!spine.isEmpty()) {
            BinaryExpr next = spine.pop();
            Expr right = exprs.convert(next.getRight(), null);
            Span span = unit.span(next);
            if (joined != null) {
                if (next.getOperator() == BinaryExpr.Operator.PLUS) {
                    joined.add(right, span);
                    continue;
                }
                value = joined.toConcat();
                joined = null;
            }
            if (next.getOperator() == BinaryExpr.Operator.PLUS
                    && (value.type().isString() || right.type().isString())) {
                joined = new Joined(value);
                joined.add(right, span);
            } else {
                value = combine(next.getOperator(), value, right, span);
            }
        }
        return joined == null ? value : joined.toConcat();
    }

    /** A concatenation that grows; neighbouring string literals become one, as the compiler makes them. */
    private static final class Joined {

        private final List<Expr> parts = new ArrayList<>();
        private Span span = Span.NONE;

        Joined(Expr first) {
            open(first);
        }

        /** What could not be told to be a concatenation when it was met may be one: {@code a() + b() + "x"}. */
        private void open(Expr first) {
            if (first instanceof Expr.Concat concat) {
                parts.addAll(concat.parts());
                return;
            }
            Deque<Expr> rights = new ArrayDeque<>();
            Expr rest = first;
            while (rest instanceof Expr.Binary sum && sum.op() == BinaryOp.PLUS && Names.isUnknown(sum.type())) {
                rights.push(sum.right());
                rest = sum.left();
            }
            parts.add(rest);
            parts.addAll(rights);
        }

        void add(Expr part, Span whole) {
            span = whole;
            Expr before = parts.get(parts.size() - 1);
            if (before instanceof Expr.Literal left
                    && part instanceof Expr.Literal right
                    && left.value() instanceof String a
                    && right.value() instanceof String b) {
                Span both = new Span(left.span().start(), right.span().end());
                parts.set(parts.size() - 1, new Expr.Literal(a + b, TypeRef.STRING, both));
            } else {
                parts.add(part);
            }
        }

        Expr toConcat() {
            return parts.size() == 1 ? parts.get(0) : new Expr.Concat(parts, TypeRef.STRING, span);
        }
    }

    private static Expr combine(BinaryExpr.Operator operator, Expr left, Expr right, Span span) {
        BinaryOp op = operation(operator);
        TypeRef type = switch (op) {
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, AND_AND, OR_OR -> Names.BOOLEAN;
            case SHIFT_LEFT, SHIFT_RIGHT, UNSIGNED_SHIFT_RIGHT -> Names.promote(left.type(), Names.INT);
            case BIT_AND, BIT_OR, BIT_XOR ->
                Names.unboxed(left.type()).is("boolean") ? Names.BOOLEAN : Names.promote(left.type(), right.type());
            default -> Names.promote(left.type(), right.type());
        };
        return new Expr.Binary(op, left, right, type, span);
    }

    Expr unary(UnaryExpr node) {
        Expr operand = exprs.convert(node.getExpression(), null);
        if (node.getOperator() == UnaryExpr.Operator.MINUS && operand instanceof Expr.Literal literal) {
            Object value = literal.value();
            if (value instanceof Integer number) {
                return new Expr.Literal(-number, literal.type(), unit.span(node));
            }
            if (value instanceof Long number) {
                return new Expr.Literal(-number, literal.type(), unit.span(node));
            }
        }
        UnaryOp op = switch (node.getOperator()) {
            case LOGICAL_COMPLEMENT -> UnaryOp.NOT;
            case MINUS -> UnaryOp.NEGATE;
            case PLUS -> UnaryOp.PLUS;
            case BITWISE_COMPLEMENT -> UnaryOp.BIT_NOT;
            case PREFIX_INCREMENT -> UnaryOp.PRE_INCREMENT;
            case PREFIX_DECREMENT -> UnaryOp.PRE_DECREMENT;
            case POSTFIX_INCREMENT -> UnaryOp.POST_INCREMENT;
            case POSTFIX_DECREMENT -> UnaryOp.POST_DECREMENT;
        };
        TypeRef type = switch (op) {
            case NOT -> Names.BOOLEAN;
            case NEGATE, PLUS, BIT_NOT -> Names.promote(operand.type(), Names.INT);
            default -> operand.type();
        };
        return new Expr.Unary(op, operand, type, unit.span(node));
    }

    static BinaryOp operation(BinaryExpr.Operator operator) {
        return switch (operator) {
            case PLUS -> BinaryOp.PLUS;
            case MINUS -> BinaryOp.MINUS;
            case MULTIPLY -> BinaryOp.TIMES;
            case DIVIDE -> BinaryOp.DIVIDE;
            case REMAINDER -> BinaryOp.REMAINDER;
            case EQUALS -> BinaryOp.EQUAL;
            case NOT_EQUALS -> BinaryOp.NOT_EQUAL;
            case LESS -> BinaryOp.LESS;
            case LESS_EQUALS -> BinaryOp.LESS_EQUAL;
            case GREATER -> BinaryOp.GREATER;
            case GREATER_EQUALS -> BinaryOp.GREATER_EQUAL;
            case AND -> BinaryOp.AND_AND;
            case OR -> BinaryOp.OR_OR;
            case BINARY_AND -> BinaryOp.BIT_AND;
            case BINARY_OR -> BinaryOp.BIT_OR;
            case XOR -> BinaryOp.BIT_XOR;
            case LEFT_SHIFT -> BinaryOp.SHIFT_LEFT;
            case SIGNED_RIGHT_SHIFT -> BinaryOp.SHIFT_RIGHT;
            case UNSIGNED_RIGHT_SHIFT -> BinaryOp.UNSIGNED_SHIFT_RIGHT;
        };
    }
}
