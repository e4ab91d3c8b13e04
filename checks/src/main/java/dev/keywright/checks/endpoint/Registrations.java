package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Walk;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the routes that the methods of a type register by calls. Only what is sure is told: the router's type is known from
 * a declaration, an import or a factory, and the path is the first argument. What stands before a route in another class is
 * not seen.
 */
public final class Registrations {

    private static final Set<String> ANY = Set.of("any", "all");
    private static final Set<String> HANDLING = Set.of("handler", "blockingHandler", "respond");
    private static final Set<String> BEFORE =
            Set.of("before", "beforeMatched", "accessManager", "filter", "andFilter", "use", "decorator");
    private static final Set<String> PREFIXES = Set.of("path", "nest", "group", "mount", "prefix");

    private final Annotations annotations;
    private final Routers routers;
    private final List<Registration> found = new ArrayList<>();
    private final VertxRoutes vertx;
    private final Map<Expr, String> prefixes = new IdentityHashMap<>();
    private boolean guardedHere;

    private Registrations(Program program, SourceFile file, TypeDecl type) {
        annotations = new Annotations(program);
        routers = new Routers(program, file, type);
        vertx = new VertxRoutes(routers, this::add);
    }

    /** The routes that one method registers, its lambdas included. */
    public static List<Registration> of(MethodDecl method, TypeDecl type, SourceFile file, Program program) {
        if (method.body() == null || !Routers.mayBeIn(file)) {
            return List.of();
        }
        Registrations registrations = new Registrations(program, file, type);
        List<Expr.Call> calls = new ArrayList<>();
        // A router made here is seen whole; one that is handed in may have been given its filters by a neighbour.
        boolean madeHere =
                Walk.any(method, expr -> expr instanceof Expr.Call call && registrations.routers.factory(call) != null);
        List<MethodDecl> seen = madeHere ? List.of(method) : type.methods();
        for (MethodDecl other : seen) {
            registrations.routers.enter(other);
            Walk.expressions(other, registrations::lookForGuard);
        }
        registrations.routers.enter(method);
        Walk.expressions(method, expr -> {
            if (expr instanceof Expr.Call call) {
                registrations.prefix(call);
                calls.add(call);
            }
        });
        calls.forEach(registrations::read);
        return List.copyOf(registrations.found);
    }

    /** A filter of the router, or a handler for all its routes, that seems to ask who calls. */
    private void lookForGuard(Expr expr) {
        if (guardedHere || !(expr instanceof Expr.Call call)) {
            return;
        }
        String name = call.method().name();
        if (BEFORE.contains(name) && routers.of(call) != null) {
            guardedHere = true;
        } else if (HANDLING.contains(name)
                && call.args().stream().anyMatch(Asking::asks)
                && isForAll(vertx.verb(call))) {
            guardedHere = true;
        } else if (name.equals("register") && routers.of(call) != null) {
            guardedHere = call.args().stream().anyMatch(Asking::asks);
        }
    }

    /** {@code path("/admin", () -> { get(…); })}: what stands in the lambda has the prefix. */
    private void prefix(Expr.Call call) {
        if (PREFIXES.contains(call.method().name()) && call.args().size() >= 2 && routers.of(call) != null) {
            List<String> written =
                    annotations.texts(RouteArguments.pathOf(call.args().get(0)));
            String prefix = prefixes.getOrDefault(call, "") + (written.isEmpty() ? "" : "/" + written.get(0));
            for (Expr argument : call.args()) {
                if (argument instanceof Expr.Lambda) {
                    Walk.expressions(argument, part -> prefixes.put(part, prefix));
                }
            }
        }
    }

    private void read(Expr.Call call) {
        if (vertx.isInner(call)) {
            return;
        }
        String name = call.method().name();
        if (HANDLING.contains(name)) {
            vertx.read(call);
            return;
        }
        String framework = routers.of(call);
        if (framework == null) {
            String made = routers.factory(call);
            if (made != null && made.equals("spring-functions") && call.args().size() == 2) {
                readPredicate(made, call);
            }
            return;
        }
        switch (framework) {
            case "vertx" -> {} // its routes take their handlers by calls of their own
            case "jdk-http" -> readContext(framework, call);
            case "spring-functions" -> {
                if (Set.of("route", "andRoute").contains(name) && call.args().size() == 2) {
                    readPredicate(framework, call);
                } else {
                    readVerb(framework, call, call.args().size() - 1);
                }
            }
            case "undertow" -> {
                if (name.equals("add") && call.args().size() == 3) {
                    List<String> methods = annotations.texts(call.args().get(0));
                    add(framework, methods, call.args().get(1), call.args().get(2), call, false);
                } else {
                    readVerb(framework, call, call.args().size() - 1);
                }
            }
            default -> readVerb(framework, call, RouteArguments.handlerIndex(call));
        }
    }

    private void readVerb(String framework, Expr.Call call, int handler) {
        String name = call.method().name().toUpperCase(Locale.ROOT);
        Optional<HttpMethod> method = HttpMethod.of(name);
        if (call.args().size() < 2
                || handler < 1
                || (method.isEmpty() && !ANY.contains(call.method().name()))
                || !RouteArguments.isPath(call.args().get(0))) {
            return;
        }
        // Javalin's roles, Helidon's handlers before the last: whatever else is handed in and asks who calls.
        boolean guarded = false;
        for (int i = 1; i < call.args().size(); i++) {
            Expr other = call.args().get(i);
            guarded |= i != handler && (framework.equals("javalin") || Asking.asks(other));
        }
        List<String> methods = method.map(HttpMethod::name).map(List::of).orElse(List.of());
        add(framework, methods, call.args().get(0), call.args().get(handler), call, guarded);
    }

    /** {@code route(GET("/orders"), handler::list)}. */
    private void readPredicate(String framework, Expr.Call call) {
        Expr predicate = call.args().get(0);
        Expr.Call[] verb = new Expr.Call[1];
        Walk.expressions(predicate, part -> {
            if (verb[0] == null
                    && part instanceof Expr.Call made
                    && !made.args().isEmpty()
                    && (HttpMethod.of(made.method().name()).isPresent()
                            || made.method().name().equals("path"))) {
                verb[0] = made;
            }
        });
        if (verb[0] != null) {
            boolean any = verb[0].method().name().equals("path");
            List<String> methods = any ? List.of() : List.of(verb[0].method().name());
            add(framework, methods, verb[0].args().get(0), call.args().get(1), call, false);
        }
    }

    private static boolean isForAll(Expr.@Nullable Call verb) {
        return verb != null && verb.method().name().equals("route");
    }

    private void readContext(String framework, Expr.Call call) {
        if (call.method().name().equals("createContext")
                && call.args().size() == 2
                && (call.args().get(1) instanceof Expr.Lambda || call.args().get(1) instanceof Expr.MethodReference)) {
            add(framework, List.of(), call.args().get(0), call.args().get(1), call, false);
        }
    }

    private void add(String framework, List<String> methods, Expr path, Expr handler, Expr.Call call, boolean guarded) {
        List<String> bases = prefixes.containsKey(call) ? List.of(prefixes.getOrDefault(call, "")) : List.of();
        List<HttpMethod> verbs = methods.stream()
                .map(name -> HttpMethod.of(name.toUpperCase(Locale.ROOT)))
                .flatMap(Optional::stream)
                .toList();
        boolean wrapped = handler instanceof Expr.Call && Asking.asks(handler);
        found.add(new Registration(
                framework,
                Set.copyOf(verbs),
                Paths.join(bases, annotations.texts(RouteArguments.pathOf(path))),
                handler,
                call,
                guarded || guardedHere || wrapped));
    }
}
