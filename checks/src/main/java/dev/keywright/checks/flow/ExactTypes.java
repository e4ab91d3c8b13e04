package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes of objects that a method makes and keeps in a variable that holds nothing else: {@code Source s = new
 * Vault()} is asked as a {@code Vault}, whatever else is a {@code Source}. The method is read once, when somebody asks.
 */
final class ExactTypes {

    private final FlowEngine engine;
    private final MethodDecl method;
    private @Nullable Map<Integer, TypeRef> made;

    ExactTypes(FlowEngine engine, MethodDecl method) {
        this.engine = engine;
        this.method = method;
    }

    /** The declared type of what is asked, or the class of the very object where the method has made it. */
    TypeRef of(Expr receiver) {
        TypeRef declared = receiver.type();
        if (engine.type(declared) == null) {
            return declared;
        }
        TypeRef sure = sure(receiver);
        return sure == null || !engine.program().isOwnSubtype(sure.name(), declared.name()) ? declared : sure;
    }

    /** What an expression is sure to be; null when only its declared type is known. */
    private @Nullable TypeRef sure(Expr expr) {
        if (expr instanceof Expr.New creation) {
            return creation.body() == null ? creation.type() : null;
        }
        if (!(expr instanceof Expr.Local local) || method.body() == null) {
            return null;
        }
        Map<Integer, TypeRef> known = made;
        if (known == null) {
            known = read();
            made = known;
        }
        return known.get(local.id());
    }

    private Map<Integer, TypeRef> read() {
        Map<Integer, TypeRef> found = new HashMap<>();
        Set<Integer> several = new HashSet<>();
        Statements.everywhere(method.body(), stmt -> {
            if (stmt instanceof Stmt.LocalVariable local && local.initializer() != null) {
                note(local.variable().id(), local.initializer(), found, several);
            }
        });
        Walk.expressions(method, expr -> {
            if (expr instanceof Expr.Assign assign && assign.target() instanceof Expr.Local local) {
                note(local.id(), assign.value(), found, several);
            }
        });
        found.keySet().removeAll(several);
        return found;
    }

    private static void note(int variable, Expr value, Map<Integer, TypeRef> found, Set<Integer> several) {
        boolean plain = value instanceof Expr.New creation && creation.body() == null;
        if (!plain || found.put(variable, value.type()) != null) {
            several.add(variable);
        }
    }
}
