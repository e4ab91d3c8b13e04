package dev.keywright.checks.rules.material;

import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;

/** Bytes that a final field of the class is written with, element by element: as long as a key is. */
final class WrittenArrays {

    private static final int SHORTEST = 8;

    private WrittenArrays() {}

    /** {@code this.passPhrase = bytes}, where {@code bytes} is {@code {0x08, 0x09, …}}. */
    static boolean isIn(FlowView flow, Expr expr) {
        return expr instanceof Expr.Field read
                && flow.type().fields().stream()
                        .anyMatch(field -> field.name().equals(read.name()) && field.isFinal() && isWritten(field));
    }

    private static boolean isWritten(FieldDecl field) {
        return field.initializer() instanceof Expr.NewArray array
                && array.type().name().equals("byte")
                && array.elements() != null
                && array.elements().size() >= SHORTEST
                && array.elements().stream().allMatch(WrittenArrays::isNumber);
    }

    private static boolean isNumber(Expr element) {
        Expr plain = element instanceof Expr.Cast cast ? cast.operand() : element;
        return plain instanceof Expr.Literal
                || plain instanceof Expr.Unary sign && sign.operand() instanceof Expr.Literal;
    }
}
