package dev.keywright.checks.rules.signature;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import java.util.Set;

/** Nonces that are looked for in one step and added in another. */
final class Nonces {

    private static final Set<String> LOOKS =
            Set.of("contains", "containsKey", "hasKey", "exists", "get", "getIfPresent");
    private static final Set<String> ADDS = Set.of("add", "put", "set", "save", "setex", "insert", "sadd", "store");

    private static final Set<String> KEEPING = Set.of("add", "put", "putIfAbsent", "setIfAbsent");
    private static final Set<String> REMOVES =
            Set.of("remove", "removeIf", "clear", "entrySet", "values", "iterator", "keySet");
    private static final Set<String> COLLECTIONS = Set.of(
            "Set",
            "HashSet",
            "LinkedHashSet",
            "TreeSet",
            "Map",
            "HashMap",
            "ConcurrentHashMap",
            "ConcurrentMap",
            "List",
            "ArrayList",
            "KeySetView");

    private Nonces() {}

    /** Gives whether there was such a nonce. */
    static boolean check(MethodDecl method, RequestParts parts, RuleContext context) {
        boolean[] found = new boolean[1];
        Statements.each(method.body(), stmt -> {
            if (stmt instanceof Stmt.If test) {
                Walk.expressions(test.condition(), expr -> {
                    if (expr instanceof Expr.Call look && isOn(look, LOOKS, parts) && addsLater(method, look, parts)) {
                        found[0] = true;
                        context.report(look.span(), Messages.NONCE_TWO_STEPS, List.of());
                    }
                });
            }
        });
        return found[0];
    }

    /** A set of the JDK's in a field of the class, from which nothing is ever removed. */
    static void checkBound(TypeDecl type, MethodDecl method, RequestParts parts, RuleContext context) {
        Walk.expressions(method, expr -> {
            if (expr instanceof Expr.Call add
                    && KEEPING.contains(add.method().name())
                    && !add.args().isEmpty()
                    && parts.isNonce(add.args().get(0))
                    && (isForEver(add, type) || isRedisWithoutExpiry(add))) {
                context.report(Severity.WARNING, add.span(), Messages.UNBOUNDED_NONCES, List.of(), null);
            }
        });
    }

    private static boolean isForEver(Expr.Call add, TypeDecl type) {
        if (!(add.receiver() instanceof Expr.Field store)) {
            return false;
        }
        boolean collection = type.fields().stream()
                .anyMatch(field -> field.name().equals(store.name())
                        && COLLECTIONS.contains(field.type().simpleName())
                        && field.initializer() != null
                        && !mentions(field.initializer(), "expire")
                        && !mentions(field.initializer(), "newBuilder"));
        return collection && type.methods().stream().noneMatch(method -> removesFrom(method, store.name()));
    }

    private static boolean isRedisWithoutExpiry(Expr.Call add) {
        return add.method().name().equals("setIfAbsent") && add.args().size() == 2;
    }

    private static boolean removesFrom(MethodDecl method, String store) {
        return Walk.any(
                method,
                expr -> expr instanceof Expr.Call call
                        && REMOVES.contains(call.method().name())
                        && name(call.receiver()).equals(store));
    }

    private static boolean mentions(Expr expr, String word) {
        return Walk.any(
                expr,
                part -> part instanceof Expr.Call call && call.method().name().startsWith(word));
    }

    private static boolean addsLater(MethodDecl method, Expr.Call look, RequestParts parts) {
        return Walk.any(
                method,
                expr -> expr instanceof Expr.Call add
                        && isOn(add, ADDS, parts)
                        && add.span().start() > look.span().start()
                        && name(add.receiver()).equals(name(look.receiver())));
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
