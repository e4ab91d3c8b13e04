package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.UnaryOp;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code if (!list.contains(x)) list.add(x)}: a collection without duplicates, made by hand. What is searched there is not
 * what a caller has to match.
 */
final class Insertions {

    private static final Set<String> SEARCHING = Set.of("contains", "containsKey", "containsValue", "indexOf");
    private static final Set<String> INSERTING = Set.of("add", "addAll", "addLast", "addFirst", "put", "push", "offer");

    private Insertions() {}

    /** The search in the condition of a branch that inserts what was not found; null where it is none. */
    static @Nullable Expr search(Stmt.If branch) {
        Expr condition = branch.condition();
        if (!(condition instanceof Expr.Unary unary)
                || unary.op() != UnaryOp.NOT
                || !(unary.operand() instanceof Expr.Call call)
                || call.args().size() != 1
                || call.receiver() == null
                || !SEARCHING.contains(call.method().name())) {
            return null;
        }
        return inserts(branch.then(), call.receiver(), call.args().get(0)) ? call : null;
    }

    private static boolean inserts(Stmt stmt, Expr collection, Expr element) {
        if (stmt instanceof Stmt.Block block) {
            return block.statements().stream().anyMatch(inner -> inserts(inner, collection, element));
        }
        return stmt instanceof Stmt.Expression statement
                && statement.expr() instanceof Expr.Call call
                && call.receiver() != null
                && INSERTING.contains(call.method().name())
                && !call.args().isEmpty()
                && same(call.receiver(), collection)
                && same(call.args().get(0), element);
    }

    private static boolean same(Expr one, Expr other) {
        if (one instanceof Expr.Local local && other instanceof Expr.Local that) {
            return local.id() == that.id();
        }
        if (one instanceof Expr.Field field && other instanceof Expr.Field that) {
            Expr mine = field.target();
            Expr theirs = that.target();
            boolean sameTarget = mine == null || mine instanceof Expr.This
                    ? theirs == null || theirs instanceof Expr.This
                    : theirs != null && same(mine, theirs);
            return field.name().equals(that.name()) && sameTarget;
        }
        return one instanceof Expr.Call call
                && other instanceof Expr.Call that
                && call.method().name().equals(that.method().name())
                && call.args().isEmpty()
                && that.args().isEmpty()
                && call.receiver() != null
                && that.receiver() != null
                && same(call.receiver(), that.receiver());
    }
}
