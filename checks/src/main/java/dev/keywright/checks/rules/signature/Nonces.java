package dev.keywright.checks.rules.signature;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Modifier;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.Statements;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.rules.RuleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Nonces that are looked for in one step and added in another. */
final class Nonces {

    private static final Set<String> LOOKS =
            Set.of("contains", "containsKey", "hasKey", "exists", "get", "getIfPresent");
    private static final Set<String> ADDS = Set.of("add", "put", "set", "save", "setex", "insert", "sadd", "store");

    private static final Set<String> CHAINING =
            Set.of("flatMap", "map", "filter", "filterWhen", "then", "thenCompose", "thenApply", "compose", "onItem");

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

    private static final Pattern NAMED =
            Pattern.compile(".*nonce(str|string|value)?|jti|replayid", Pattern.CASE_INSENSITIVE);

    private Nonces() {}

    /**
     * Gives whether there was such a nonce.
     *
     * @param isNonce in a method that verifies a signature whatever is used once, elsewhere what is called a nonce
     */
    static boolean check(MethodDecl method, Slice slice, Predicate<Expr> isNonce, RuleContext context) {
        boolean[] found = new boolean[1];
        List<Span> locked = locked(method);
        Statements.everywhere(method.body(), stmt -> {
            if (stmt instanceof Stmt.If test && (Outcome.refuses(test.then()) || Outcome.leaves(test.then()))) {
                slice.madeFrom(test.condition(), expr -> {
                    if (!found[0]
                            && expr instanceof Expr.Call look
                            && isOn(look, LOOKS, slice, isNonce)
                            && addsLater(method, look, slice, isNonce)) {
                        found[0] = true;
                        if (locked.stream().noneMatch(span -> span.contains(test.span()))) {
                            context.report(look.span(), Messages.NONCE_TWO_STEPS, List.of());
                        }
                    }
                    return found[0];
                });
            }
        });
        if (!found[0]) {
            found[0] = checkChained(slice, isNonce, context);
        }
        return found[0];
    }

    /** {@code store.hasKey(nonce).flatMap(seen -> … store.set(nonce, …))}: two steps as well, one after the other's answer. */
    private static boolean checkChained(Slice slice, Predicate<Expr> isNonce, RuleContext context) {
        for (Expr.Call step : slice.calls()) {
            if (CHAINING.contains(step.method().name()) && step.receiver() instanceof Expr.Call asked) {
                Expr.Call[] look = new Expr.Call[1];
                Walk.expressions(asked, expr -> {
                    if (look[0] == null && expr instanceof Expr.Call call && isOn(call, LOOKS, slice, isNonce)) {
                        look[0] = call;
                    }
                });
                Expr.Call first = look[0];
                if (first != null
                        && step.args().stream()
                                .anyMatch(then -> Walk.any(
                                        then,
                                        expr -> expr instanceof Expr.Call add
                                                && isOn(add, ADDS, slice, isNonce)
                                                && name(add.receiver()).equals(name(first.receiver()))))) {
                    context.report(first.span(), Messages.NONCE_TWO_STEPS, List.of());
                    return true;
                }
            }
        }
        return false;
    }

    /** What one thread at a time runs: there two steps are one. */
    private static List<Span> locked(MethodDecl method) {
        List<Span> spans = new ArrayList<>();
        if (method.modifiers().contains(Modifier.SYNCHRONIZED) && method.body() != null) {
            spans.add(method.body().span());
        }
        Statements.everywhere(method.body(), stmt -> {
            if (stmt instanceof Stmt.Synchronized block) {
                spans.add(block.span());
            }
        });
        return spans;
    }

    /** Whether an expression is a nonce by its own name, and a text: a block chain's nonces are numbers. */
    static boolean isNamed(Expr expr) {
        return expr instanceof Expr.Local local
                && (local.type().isString() || !local.type().resolved())
                && NAMED.matcher(local.name()).matches();
    }

    /** A set of the JDK's in a field of the class, from which nothing is ever removed. */
    static void checkBound(
            TypeDecl type, MethodDecl method, Slice slice, Predicate<Expr> isNonce, RuleContext context) {
        Walk.expressions(method, expr -> {
            if (expr instanceof Expr.Call add
                    && KEEPING.contains(add.method().name())
                    && !add.args().isEmpty()
                    && slice.madeFrom(add.args().get(0), isNonce)
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

    private static boolean addsLater(MethodDecl method, Expr.Call look, Slice slice, Predicate<Expr> isNonce) {
        return Walk.any(
                method,
                expr -> expr instanceof Expr.Call add
                        && isOn(add, ADDS, slice, isNonce)
                        && add.span().start() > look.span().start()
                        && name(add.receiver()).equals(name(look.receiver())));
    }

    private static boolean isOn(Expr.Call call, Set<String> names, Slice slice, Predicate<Expr> isNonce) {
        return names.contains(call.method().name())
                && !name(call.receiver()).isEmpty()
                && !call.args().isEmpty()
                && slice.madeFrom(call.args().get(0), isNonce);
    }

    /** The store's name, through {@code redis.opsForValue()}. */
    private static String name(@Nullable Expr receiver) {
        return receiver instanceof Expr.Call call ? name(call.receiver()) : Naming.ofPlace(receiver);
    }
}
