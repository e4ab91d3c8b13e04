package dev.keywright.checks.frontend.javaparser;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How blocks of code end, told by their text alone. */
final class Endings {

    private Endings() {}

    /** Whether a lambda's block returns a value: the first {@code return} tells; without one it does not. */
    static @Nullable Boolean givesValue(BlockStmt block) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(block);
        boolean throwsAtEnd = false;
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node instanceof ReturnStmt result) {
                return result.getExpression().isPresent();
            }
            if (node instanceof ThrowStmt && node.getParentNode().orElse(null) == block) {
                throwsAtEnd = true;
            }
            if (node instanceof LambdaExpr || node instanceof TypeDeclaration<?>) {
                continue;
            }
            if (node instanceof Statement
                    || node == block
                    || node.getParentNode().isPresent() && holdsStatements(node)) {
                for (Node child : node.getChildNodes()) {
                    open.push(child);
                }
            }
        }
        return throwsAtEnd ? null : Boolean.FALSE;
    }

    private static boolean holdsStatements(Node node) {
        return node instanceof CatchClause || node instanceof SwitchEntry;
    }

    /** Whether what follows a statement is not reached through it, told by its last part alone. */
    static boolean neverEnds(Statement node) {
        Statement last = node;
        while (last instanceof BlockStmt block && !block.getStatements().isEmpty()) {
            last = block.getStatement(block.getStatements().size() - 1);
        }
        return last instanceof ReturnStmt
                || last instanceof ThrowStmt
                || last instanceof BreakStmt
                || last instanceof ContinueStmt
                || last instanceof YieldStmt;
    }
}
