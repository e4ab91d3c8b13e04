package dev.keywright.checks.ir;

/** A unary operator. */
public enum UnaryOp {
    NOT,
    NEGATE,
    PLUS,
    BIT_NOT,
    PRE_INCREMENT,
    PRE_DECREMENT,
    POST_INCREMENT,
    POST_DECREMENT
}
