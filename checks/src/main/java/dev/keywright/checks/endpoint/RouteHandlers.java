package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.MethodRef;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The method behind what a route is registered with. */
final class RouteHandlers {

    private static final Set<String> ANSWERING = Set.of("handle", "apply", "handleRequest", "serve");

    private RouteHandlers() {}

    /** The method of the program that answers; for a lambda, and for what cannot be seen, one made up for it. */
    static MethodDecl method(Registration registration, MethodDecl registering, Program program) {
        Expr handler = registration.handler();
        MethodDecl declared = null;
        if (handler instanceof Expr.MethodReference reference) {
            declared = declaration(reference.method(), program);
            if (declared == null && reference.target() instanceof Expr.This) {
                declared = onlyOneNamed(reference.method().name(), program.type(registering.owner()));
            }
        } else if (handler instanceof Expr.Lambda lambda) {
            declared = onlyCall(lambda, program);
            if (declared == null) {
                return made(registering, lambda);
            }
        } else {
            declared = answering(handler.type(), program);
        }
        return declared != null ? declared : made(registering, null);
    }

    /** The method that is meant; the only one of its name that takes anything where parameters could not be resolved. */
    private static @Nullable MethodDecl declaration(MethodRef named, Program program) {
        MethodDecl exact = program.method(named);
        TypeDecl owner = program.type(named.owner().name());
        if (exact != null && exact.parameters().isEmpty() && !named.resolved()) {
            exact = null; // what could not be resolved has no parameter types, and a handler takes something
        }
        if (exact != null || owner == null || named.resolved()) {
            return exact;
        }
        return onlyOneNamed(named.name(), owner);
    }

    private static @Nullable MethodDecl onlyOneNamed(String name, @Nullable TypeDecl owner) {
        if (owner == null) {
            return null;
        }
        List<MethodDecl> same = owner.methods().stream()
                .filter(method ->
                        method.name().equals(name) && !method.parameters().isEmpty())
                .toList();
        return same.size() == 1 ? same.get(0) : null;
    }

    /** {@code ctx -> orders.create(ctx)} is the method itself. */
    private static @Nullable MethodDecl onlyCall(Expr.Lambda lambda, Program program) {
        List<MethodDecl> called = new ArrayList<>();
        Walk.expressions(lambda, part -> {
            if (part instanceof Expr.Call call && takesParameter(call, lambda)) {
                MethodDecl target = declaration(call.method(), program);
                if (target != null) {
                    called.add(target);
                }
            }
        });
        return called.size() == 1 ? called.get(0) : null;
    }

    private static boolean takesParameter(Expr.Call call, Expr.Lambda lambda) {
        return call.args().stream()
                .anyMatch(argument -> argument instanceof Expr.Local local
                        && lambda.parameters().stream().anyMatch(parameter -> parameter.id() == local.id()));
    }

    private static @Nullable MethodDecl answering(TypeRef type, Program program) {
        TypeDecl declared = program.type(type.name());
        if (declared == null) {
            return null;
        }
        return declared.methods().stream()
                .filter(method -> ANSWERING.contains(method.name()) && !method.isStatic())
                .findFirst()
                .orElse(null);
    }

    private static MethodDecl made(MethodDecl registering, Expr.@Nullable Lambda lambda) {
        Stmt.Block body = null;
        if (lambda != null) {
            body = lambda.body() instanceof Stmt.Block block
                    ? block
                    : new Stmt.Block(List.of(lambda.body()), lambda.body().span());
        }
        return new MethodDecl(
                registering.owner(),
                registering.name(),
                lambda == null ? List.of() : lambda.parameters(),
                TypeRef.UNKNOWN,
                List.of(),
                Set.of(),
                List.of(),
                body,
                false,
                registering.span(),
                registering.nameSpan());
    }
}
