package dev.keywright.checks.rules.signature;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import java.util.Set;

/** Nonces that are looked for in one step and added in another. */
final class Nonces {

    private static final Set<String> LOOKS =
            Set.of("contains", "containsKey", "hasKey", "exists", "get", "getIfPresent");
    private static final Set<String> ADDS = Set.of("add", "put", "set", "save", "setex", "insert", "sadd", "store");

    private Nonces() {}

    static void check(MethodDecl method, RequestParts parts, RuleContext context) {
        Statements.each(method.body(), stmt -> {
            if (stmt instanceof Stmt.If test) {
                Walk.expressions(test.condition(), expr -> {
                    if (expr instanceof Expr.Call look && isOn(look, LOOKS, parts) && addsLater(method, look, parts)) {
                        context.report(look.span(), Messages.NONCE_TWO_STEPS, List.of());
                    }
                });
            }
        });
    }

    private static boolean addsLater(MethodDecl method, Expr.Call look, RequestParts parts) {
        boolean[] adds = new boolean[1];
        Walk.expressions(method, expr -> {
            if (expr instanceof Expr.Call add
                    && isOn(add, ADDS, parts)
                    && add.span().start() > look.span().start()
                    && name(add.receiver()).equals(name(look.receiver()))) {
                adds[0] = true;
            }
        });
        return adds[0];
    }

    private static boolean isOn(Expr.Call call, Set<String> names, RequestParts parts) {
        return names.contains(call.method().name())
                && !name(call.receiver()).isEmpty()
                && !call.args().isEmpty()
                && parts.isNonce(call.args().get(0));
    }

    /** The store's name, through {@code redis.opsForValue()}. */
    private static String name(@org.jspecify.annotations.Nullable Expr receiver) {
        if (receiver instanceof Expr.Field field) {
            return field.name();
        }
        if (receiver instanceof Expr.Call call) {
            return name(call.receiver());
        }
        return receiver instanceof Expr.Local local ? local.name() : "";
    }
}
