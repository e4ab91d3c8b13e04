package dev.keywright.checks.frontend.javac;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.UnaryOp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binary operations, without recursion along the left side: real code concatenates thousands of parts. */
final class Operators {

    /** Asking the compiler where a tree starts walks down its left side; a long chain is asked once. */
    private static final int LONG_CHAIN = 64;

    private final Unit unit;
    private final Expressions expressions;

    Operators(Unit unit, Expressions expressions) {
        this.unit = unit;
        this.expressions = expressions;
    }

    Expr binary(BinaryTree tree) {
        return isConcat(tree) ? concat(tree) : chain(tree);
    }

    private Expr chain(BinaryTree tree) {
        Deque<BinaryTree> spine = new ArrayDeque<>();
        Tree left = tree;
        while (left instanceof BinaryTree binary && !isConcat(binary)) {
            spine.push(binary);
            left = Expressions.strip(binary.getLeftOperand());
        }
        boolean isLong = spine.size() > LONG_CHAIN;
        Expr value = expressions.convert(left);
        while (!spine.isEmpty()) {
            BinaryTree next = spine.pop();
            Expr right = expressions.convert(next.getRightOperand());
            BinaryOp op = operation(next.getKind());
            Span span = isLong
                    ? new Span(value.span().start(), right.span().end())
                    : unit.spans.of(next, right.span().end());
            value = op == null
                    ? new Expr.Unknown(next.getKind().name(), List.of(value, right), unit.type(next), span)
                    : new Expr.Binary(op, value, right, unit.type(next), span);
        }
        return value;
    }

    private Expr concat(BinaryTree tree) {
        List<Tree> operands = new ArrayList<>();
        Tree left = tree;
        while (left instanceof BinaryTree binary && isConcat(binary)) {
            operands.add(binary.getRightOperand());
            left = Expressions.strip(binary.getLeftOperand());
        }
        operands.add(left);
        Collections.reverse(operands);
        List<Expr> parts = new ArrayList<>(operands.size());
        for (Tree operand : operands) {
            append(parts, expressions.convert(operand));
        }
        Expr first = parts.get(0);
        Expr last = parts.get(parts.size() - 1);
        if (parts.size() == 1) {
            return first;
        }
        Span span = operands.size() > LONG_CHAIN
                ? new Span(first.span().start(), last.span().end())
                : unit.spans.of(tree, last.span().end());
        return new Expr.Concat(parts, TypeRef.STRING, span);
    }

    /** javac's parser joins neighbouring string literals; what it leaves, as those in parentheses, is joined here. */
    private static void append(List<Expr> parts, Expr part) {
        Expr before = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (before instanceof Expr.Literal a
                && part instanceof Expr.Literal b
                && a.value() instanceof String left
                && b.value() instanceof String right) {
            Span span = new Span(a.span().start(), b.span().end());
            parts.set(parts.size() - 1, new Expr.Literal(left + right, TypeRef.STRING, span));
        } else {
            parts.add(part);
        }
    }

    private boolean isConcat(BinaryTree tree) {
        if (tree.getKind() != Tree.Kind.PLUS) {
            return false;
        }
        TypeRef type = unit.type(tree);
        return type.isString() || (!type.resolved() && holdsString(tree));
    }

    /** For code that the compiler did not type: whether a string literal or a string stands in the chain. */
    private boolean holdsString(BinaryTree tree) {
        Tree left = tree;
        while (left instanceof BinaryTree binary && binary.getKind() == Tree.Kind.PLUS) {
            if (isString(binary.getRightOperand())) {
                return true;
            }
            left = Expressions.strip(binary.getLeftOperand());
        }
        return isString(left);
    }

    private boolean isString(Tree tree) {
        return (tree instanceof LiteralTree literal && literal.getValue() instanceof String)
                || unit.type(tree).isString();
    }

    static @Nullable UnaryOp unary(Tree.Kind kind) {
        return switch (kind) {
            case LOGICAL_COMPLEMENT -> UnaryOp.NOT;
            case UNARY_MINUS -> UnaryOp.NEGATE;
            case UNARY_PLUS -> UnaryOp.PLUS;
            case BITWISE_COMPLEMENT -> UnaryOp.BIT_NOT;
            case PREFIX_INCREMENT -> UnaryOp.PRE_INCREMENT;
            case PREFIX_DECREMENT -> UnaryOp.PRE_DECREMENT;
            case POSTFIX_INCREMENT -> UnaryOp.POST_INCREMENT;
            case POSTFIX_DECREMENT -> UnaryOp.POST_DECREMENT;
            default -> null;
        };
    }

    /** The operation of a binary operator or a compound assignment. */
    static @Nullable BinaryOp operation(Tree.Kind kind) {
        return switch (kind) {
            case PLUS, PLUS_ASSIGNMENT -> BinaryOp.PLUS;
            case MINUS, MINUS_ASSIGNMENT -> BinaryOp.MINUS;
            case MULTIPLY, MULTIPLY_ASSIGNMENT -> BinaryOp.TIMES;
            case DIVIDE, DIVIDE_ASSIGNMENT -> BinaryOp.DIVIDE;
            case REMAINDER, REMAINDER_ASSIGNMENT -> BinaryOp.REMAINDER;
            case EQUAL_TO -> BinaryOp.EQUAL;
            case NOT_EQUAL_TO -> BinaryOp.NOT_EQUAL;
            case LESS_THAN -> BinaryOp.LESS;
            case LESS_THAN_EQUAL -> BinaryOp.LESS_EQUAL;
            case GREATER_THAN -> BinaryOp.GREATER;
            case GREATER_THAN_EQUAL -> BinaryOp.GREATER_EQUAL;
            case CONDITIONAL_AND -> BinaryOp.AND_AND;
            case CONDITIONAL_OR -> BinaryOp.OR_OR;
            case AND, AND_ASSIGNMENT -> BinaryOp.BIT_AND;
            case OR, OR_ASSIGNMENT -> BinaryOp.BIT_OR;
            case XOR, XOR_ASSIGNMENT -> BinaryOp.BIT_XOR;
            case LEFT_SHIFT, LEFT_SHIFT_ASSIGNMENT -> BinaryOp.SHIFT_LEFT;
            case RIGHT_SHIFT, RIGHT_SHIFT_ASSIGNMENT -> BinaryOp.SHIFT_RIGHT;
            case UNSIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> BinaryOp.UNSIGNED_SHIFT_RIGHT;
            default -> null;
        };
    }
}
