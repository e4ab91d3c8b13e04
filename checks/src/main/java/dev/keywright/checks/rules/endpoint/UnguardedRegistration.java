package dev.keywright.checks.rules.endpoint;

import com.google.auto.service.AutoService;
import dev.keywright.checks.endpoint.GuardedTypes;
import dev.keywright.checks.endpoint.Registration;
import dev.keywright.checks.endpoint.Registrations;
import dev.keywright.checks.endpoint.TypeNames;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.MethodRef;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Flags handlers with guarded methods that are registered by hand, without their guard.
 *
 * <p>The annotations then stand on code that requests reach by another way, and nothing checks them: the very thing that a
 * reader of the annotations believes impossible.
 */
@AutoService(Rule.class)
public final class UnguardedRegistration implements DeclarationRule {

    private static final RuleInfo INFO = new RuleInfo(
            "UnguardedRegistration",
            List.of(306),
            Severity.ERROR,
            "Flags handlers with guarded methods that are registered without their guard.");

    /** Methods that register a handler object or function, by the type that has them. */
    private static final Map<String, Set<String>> REGISTRATIONS = Map.of(
            "com.sun.net.httpserver.HttpServer", Set.of("createContext", "create"),
            "com.sun.net.httpserver.HttpsServer", Set.of("createContext", "create"),
            "jakarta.servlet.ServletContext", Set.of("addServlet"),
            "javax.servlet.ServletContext", Set.of("addServlet"),
            "com.sun.net.httpserver.HttpContext", Set.of("setHandler"),
            "org.springframework.web.servlet.function.RouterFunctions",
                    Set.of("route", "GET", "POST", "PUT", "PATCH", "DELETE"),
            "org.springframework.web.servlet.function.RouterFunctions.Builder",
                    Set.of("route", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"),
            "org.springframework.web.reactive.function.server.RouterFunctions", Set.of("route"),
            "org.springframework.web.reactive.function.server.RouterFunctions.Builder",
                    Set.of("route", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"),
            "io.vertx.ext.web.Route", Set.of("handler", "blockingHandler", "respond"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TypeDecl type, RuleContext context) {
        if (!context.program().mayMention("keywright")) {
            return; // nothing asks for a guard
        }
        GuardedTypes guarded = new GuardedTypes(context.program());
        for (MethodDecl method : type.methods()) {
            Walk.expressions(method, expr -> {
                if (expr instanceof Expr.Call call && isRegistration(call, context)) {
                    String registration = call.method().owner().simpleName() + "."
                            + call.method().name();
                    call.args().forEach(argument -> checkHandler(registration, argument, method, guarded, context));
                }
            });
            for (Registration route : Registrations.of(method, type, context.file(), context.program())) {
                if (!isRegistration(route.call(), context)) {
                    String registration = "'" + route.call().method().name() + "'";
                    checkHandler(registration, route.handler(), method, guarded, context);
                }
            }
        }
    }

    private static boolean isRegistration(Expr.Call call, RuleContext context) {
        String name = call.method().name();
        Expr receiver = call.receiver();
        for (Map.Entry<String, Set<String>> row : REGISTRATIONS.entrySet()) {
            if (row.getValue().contains(name)
                    && (isA(call.method().owner(), row.getKey(), context)
                            || receiver != null && isA(receiver.type(), row.getKey(), context))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isA(TypeRef type, String ancestor, RuleContext context) {
        return TypeNames.isOneOf(type, context.file(), Set.of(ancestor))
                || context.program().isSubtype(type, ancestor);
    }

    private static void checkHandler(
            String registration, Expr argument, MethodDecl method, GuardedTypes guarded, RuleContext context) {
        String handler = handler(argument, method, guarded, context.program());
        if (handler != null && !isFiltered(argument, method)) {
            context.report(argument.span(), Sentences.registeredAround(handler, registration), List.of());
        }
    }

    /** Whether the method puts the guard before the handler as a filter: {@code JdkHttpGuards.filter(keywright, Orders.class)}. */
    private static boolean isFiltered(Expr argument, MethodDecl method) {
        String type = argument.type().name();
        return Walk.any(
                method,
                part -> part instanceof Expr.Call filter
                        && filter.method().name().equals("filter")
                        && filter.method().owner().simpleName().endsWith("Guards")
                        && filter.args().stream()
                                .anyMatch(named -> named instanceof Expr.ClassLiteral literal
                                        && literal.named().name().equals(type)));
    }

    /** The guarded class or method behind an argument; null when there is none. */
    private static @Nullable String handler(Expr argument, MethodDecl method, GuardedTypes guarded, Program program) {
        if (argument instanceof Expr.MethodReference reference) {
            MethodDecl target = declaration(reference.method(), program);
            return target != null && guarded.isGuarded(target) ? simple(target.owner()) + "." + target.name() : null;
        }
        if (argument instanceof Expr.Lambda lambda) {
            return calledIn(lambda, guarded, program);
        }
        if (argument instanceof Expr.New made && made.body() != null) {
            return guarded.isGuarded(made.body().name()) ? "this class" : null;
        }
        if (argument instanceof Expr.Conditional choice) {
            String then = handler(choice.then(), method, guarded, program);
            return then != null ? then : handler(choice.otherwise(), method, guarded, program);
        }
        if (argument instanceof Expr.Call made) {
            return made(made, guarded, program);
        }
        if (argument instanceof Expr.Local local) {
            Expr initializer = initializer(local, method);
            if (initializer instanceof Expr.New made) {
                return handler(made, method, guarded, program);
            }
        }
        boolean plain = argument instanceof Expr.New
                || argument instanceof Expr.Local
                || argument instanceof Expr.Field
                || argument instanceof Expr.This;
        String type = argument.type().name();
        return plain && guarded.isGuarded(type) ? simple(type) : null;
    }

    /** The guarded class that a method of the program makes and gives. */
    private static @Nullable String made(Expr.Call call, GuardedTypes guarded, Program program) {
        MethodDecl maker = program.method(call.method());
        if (maker == null) {
            return null;
        }
        for (Expr result : Walk.returned(maker)) {
            if (result instanceof Expr.New made && guarded.isGuarded(made.type().name())) {
                return simple(made.type().name());
            }
        }
        return null;
    }

    /** The method that is meant; the only one of its name where parameters could not be resolved. */
    private static @Nullable MethodDecl declaration(MethodRef named, Program program) {
        MethodDecl exact = program.method(named);
        TypeDecl owner = program.type(named.owner().name());
        if (exact != null || owner == null || named.resolved()) {
            return exact;
        }
        List<MethodDecl> same = owner.methods().stream()
                .filter(method -> method.name().equals(named.name()))
                .toList();
        return same.size() == 1 ? same.get(0) : null;
    }

    private static @Nullable String calledIn(Expr.Lambda lambda, GuardedTypes guarded, Program program) {
        List<String> called = new ArrayList<>();
        Walk.expressions(lambda, expr -> {
            MethodDecl target = expr instanceof Expr.Call call ? declaration(call.method(), program) : null;
            if (target != null && guarded.isGuarded(target)) {
                called.add(simple(target.owner()) + "." + target.name());
            }
        });
        return called.isEmpty() ? null : called.get(0);
    }

    private static @Nullable Expr initializer(Expr.Local local, MethodDecl method) {
        if (method.body() == null) {
            return null;
        }
        for (Stmt statement : method.body().statements()) {
            if (statement instanceof Stmt.LocalVariable declared
                    && declared.variable().id() == local.id()) {
                return declared.initializer();
            }
        }
        return null;
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
