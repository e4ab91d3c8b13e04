package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The initializer of a final field, kept small and evaluated when asked for: literals, concatenation, integer arithmetic,
 * and names of other constants (the part of JLS 15.29 that real constants use).
 */
sealed interface ConstantSyntax {

    record Literal(Object value) implements ConstantSyntax {}

    record Name(String name) implements ConstantSyntax {}

    record Sum(List<ConstantSyntax> parts) implements ConstantSyntax {}

    record Arithmetic(BinaryExpr.Operator op, ConstantSyntax left, ConstantSyntax right) implements ConstantSyntax {}

    record Negated(ConstantSyntax operand) implements ConstantSyntax {}

    /** More parts than that are a generated table, and no constant that a rule reads. */
    int MOST_PARTS = 2000;

    /** Null when the expression is certainly no constant. */
    static @Nullable ConstantSyntax of(Expression written) {
        return of(written, 0);
    }

    private static @Nullable ConstantSyntax of(Expression written, int depth) {
        if (depth > 50) {
            return null;
        }
        if (written instanceof LiteralExpr literal) {
            Object value = Literals.value(literal);
            return value == null ? null : new Literal(value);
        }
        if (written instanceof EnclosedExpr enclosed) {
            return of(enclosed.getInner(), depth + 1);
        }
        if (written instanceof CastExpr cast) {
            return of(cast.getExpression(), depth + 1);
        }
        if (written instanceof NameExpr name) {
            return new Name(name.getNameAsString());
        }
        if (written instanceof FieldAccessExpr access) {
            StringBuilder name = new StringBuilder(access.getNameAsString());
            Expression scope = access.getScope();
            while (scope instanceof FieldAccessExpr next) {
                name.insert(0, next.getNameAsString() + '.');
                scope = next.getScope();
            }
            return scope instanceof NameExpr first ? new Name(first.getNameAsString() + '.' + name) : null;
        }
        if (written instanceof UnaryExpr unary && unary.getOperator() == UnaryExpr.Operator.MINUS) {
            ConstantSyntax operand = of(unary.getExpression(), depth + 1);
            return operand == null ? null : new Negated(operand);
        }
        return written instanceof BinaryExpr binary ? binary(binary, depth) : null;
    }

    private static @Nullable ConstantSyntax binary(BinaryExpr written, int depth) {
        if (written.getOperator() != BinaryExpr.Operator.PLUS) {
            ConstantSyntax left = of(written.getLeft(), depth + 1);
            ConstantSyntax right = left == null ? null : of(written.getRight(), depth + 1);
            return left == null || right == null ? null : new Arithmetic(written.getOperator(), left, right);
        }
        List<ConstantSyntax> parts = new ArrayList<>();
        Expression rest = written;
        while (rest instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS) {
            ConstantSyntax right = of(sum.getRight(), depth + 1);
            if (right == null || parts.size() > MOST_PARTS) {
                return null;
            }
            parts.add(0, right);
            rest = sum.getLeft();
        }
        ConstantSyntax first = of(rest, depth + 1);
        if (first == null) {
            return null;
        }
        parts.add(0, first);
        return new Sum(parts);
    }

    /** The value as one of the field's type; null when it is none. */
    default @Nullable Object value(SourceClass owner, TypeRef fieldType) {
        if (!fieldType.isString() && !fieldType.isPrimitive()) {
            return null;
        }
        return Constants.convert(Constants.value(this, owner, 0), fieldType);
    }
}
