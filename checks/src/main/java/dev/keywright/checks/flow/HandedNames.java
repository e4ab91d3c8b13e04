package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.SecretNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields that hold under which name something is kept, and not what is kept: {@code attributes.getAttribute(userPassword)}
 * asks for the attribute whose name {@code userPassword} is. Found by what the class that declares the field does with it.
 */
final class HandedNames {

    private static final Set<String> ASKING = Set.of("get", "remove", "has", "contains", "find", "read", "lookup");
    private static final Set<String> GIVING = Set.of("set", "add", "put", "append");

    /** What is asked for by its name. */
    private static final Set<String> THINGS = Set.of(
            "attribute",
            "attributes",
            "property",
            "parameter",
            "param",
            "header",
            "headers",
            "cookie",
            "cookies",
            "setting",
            "option",
            "field",
            "column");

    /** Things that are made with their name first. */
    private static final Set<String> NAMED_THINGS =
            Set.of("Cookie", "NewCookie", "CookieImpl", "DefaultCookie", "HttpCookie", "BasicAttribute", "BasicHeader");

    private final Program program;
    private final Map<String, Set<String>> byType = new HashMap<>();

    HandedNames(Program program) {
        this.program = program;
    }

    boolean isName(FieldDecl field) {
        return byType.computeIfAbsent(field.owner(), this::names).contains(field.name());
    }

    private Set<String> names(String owner) {
        TypeDecl type = program.type(owner);
        Set<String> found = new HashSet<>();
        if (type != null) {
            for (MethodDecl method : type.methods()) {
                Walk.expressions(method, expr -> {
                    if (first(expr) instanceof Expr.Field field && isOwn(field, owner)) {
                        found.add(field.name());
                    }
                });
            }
        }
        return found;
    }

    private static boolean isOwn(Expr.Field field, String owner) {
        return field.owner().name().equals(owner)
                && (field.target() == null || field.target() instanceof Expr.This || field.isStatic());
    }

    /** The argument that is a name, where the expression is handed one. */
    private static @Nullable Expr first(Expr expr) {
        if (expr instanceof Expr.Call call && !call.args().isEmpty() && isOfThing(call)) {
            return call.args().get(0);
        }
        return expr instanceof Expr.New creation
                        && !creation.args().isEmpty()
                        && NAMED_THINGS.contains(creation.type().simpleName())
                ? creation.args().get(0)
                : null;
    }

    private static boolean isOfThing(Expr.Call call) {
        List<String> words = SecretNames.split(call.method().name());
        return words.size() > 1
                && (ASKING.contains(words.get(0))
                        || GIVING.contains(words.get(0)) && call.args().size() > 1)
                && words.subList(1, words.size()).stream().anyMatch(THINGS::contains);
    }
}
