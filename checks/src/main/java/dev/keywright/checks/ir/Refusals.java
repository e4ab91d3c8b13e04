package dev.keywright.checks.ir;

/** What a method does with what it has found to be equal. */
public final class Refusals {

    private Refusals() {}

    /**
     * Whether a condition that holds when two things are equal leads to a throw or to {@code return false}: what is
     * compared with is one of those that nobody may choose.
     *
     * @param comparison where the comparison stands
     */
    public static boolean ofEqual(MethodDecl method, Span comparison) {
        if (method.body() == null) {
            return false;
        }
        boolean[] found = new boolean[1];
        Statements.everywhere(
                method.body(),
                stmt -> found[0] |= stmt instanceof Stmt.If test
                        && holdsWith(test.condition(), comparison)
                        && refuses(test.then()));
        return found[0];
    }

    /**
     * Whether a condition that holds when two things differ leads to a throw or to {@code return false}, or the method's
     * answer is whether they are equal: whoever has another is refused.
     *
     * @param comparison where the comparison stands
     */
    public static boolean ofUnequal(MethodDecl method, Span comparison) {
        if (method.body() == null) {
            return false;
        }
        boolean[] found = new boolean[1];
        Statements.everywhere(
                method.body(),
                stmt -> found[0] |=
                        stmt instanceof Stmt.If test && differsIn(test.condition(), comparison) && refuses(test.then())
                                || stmt instanceof Stmt.Return returned
                                        && returned.value() != null
                                        && holdsWith(returned.value(), comparison));
        return found[0];
    }

    private static boolean differsIn(Expr condition, Span comparison) {
        if (condition instanceof Expr.Binary either && either.op() == BinaryOp.OR_OR) {
            return differsIn(either.left(), comparison) || differsIn(either.right(), comparison);
        }
        return condition instanceof Expr.Unary not && not.op() == UnaryOp.NOT && holdsWith(not.operand(), comparison);
    }

    private static boolean holdsWith(Expr condition, Span comparison) {
        if (condition instanceof Expr.Binary both && (both.op() == BinaryOp.OR_OR || both.op() == BinaryOp.AND_AND)) {
            return holdsWith(both.left(), comparison) || holdsWith(both.right(), comparison);
        }
        return condition instanceof Expr.Call && condition.span().contains(comparison);
    }

    private static boolean refuses(Stmt branch) {
        Stmt last = Statements.last(branch);
        return last instanceof Stmt.Throw
                || last instanceof Stmt.Return returned
                        && returned.value() instanceof Expr.Literal answer
                        && Boolean.FALSE.equals(answer.value());
    }
}
