package dev.keywright.checks.ir;

/** A binary operator. {@link #PLUS} is arithmetic; a concatenation is {@link Expr.Concat}. */
public enum BinaryOp {
    PLUS,
    MINUS,
    TIMES,
    DIVIDE,
    REMAINDER,
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_EQUAL,
    GREATER,
    GREATER_EQUAL,
    AND_AND,
    OR_OR,
    BIT_AND,
    BIT_OR,
    BIT_XOR,
    SHIFT_LEFT,
    SHIFT_RIGHT,
    UNSIGNED_SHIFT_RIGHT
}
