package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
    private static final Pattern ASKS = Pattern.compile(
            "(?i).*(auth|secur|jwt|guard|protect|session|login|permission|role|acl|keycloak|oidc|verif).*");

    private final Annotations annotations;
    private final Routers routers;
    private final List<Registration> found = new ArrayList<>();
    private final Set<Expr> inner = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Expr, String> prefixes = new IdentityHashMap<>();
    private boolean guardedHere;

    private Registrations(Program program, SourceFile file, TypeDecl type) {
        annotations = new Annotations(program);
        routers = new Routers(program, file, type);
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
                && call.args().stream().anyMatch(Registrations::asks)
                && isForAll(verb(call))) {
            guardedHere = true;
        } else if (name.equals("register") && routers.of(call) != null) {
            guardedHere = call.args().stream().anyMatch(Registrations::asks);
        }
    }

    /** {@code path("/admin", () -> { get(…); })}: what stands in the lambda has the prefix. */
    private void prefix(Expr.Call call) {
        if (PREFIXES.contains(call.method().name()) && call.args().size() >= 2 && routers.of(call) != null) {
            List<String> written = annotations.texts(pathOf(call.args().get(0)));
            String prefix = prefixes.getOrDefault(call, "") + (written.isEmpty() ? "" : "/" + written.get(0));
            for (Expr argument : call.args()) {
                if (argument instanceof Expr.Lambda) {
                    Walk.expressions(argument, part -> prefixes.put(part, prefix));
                }
            }
        }
    }

    private void read(Expr.Call call) {
        if (inner.contains(call)) {
            return;
        }
        String name = call.method().name();
        if (HANDLING.contains(name)) {
            readVertx(call);
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
            default -> readVerb(framework, call, handlerIndex(call));
        }
    }

    /** The function among the arguments behind the path, else the second. */
    private static int handlerIndex(Expr.Call call) {
        for (int i = 1; i < call.args().size(); i++) {
            Expr argument = call.args().get(i);
            if (argument instanceof Expr.Lambda || argument instanceof Expr.MethodReference) {
                return i;
            }
        }
        return 1;
    }

    private void readVerb(String framework, Expr.Call call, int handler) {
        String name = call.method().name().toUpperCase(Locale.ROOT);
        Optional<HttpMethod> method = HttpMethod.of(name);
        if (call.args().size() < 2
                || handler < 1
                || (method.isEmpty() && !ANY.contains(call.method().name()))
                || !isPath(call.args().get(0))) {
            return;
        }
        // Javalin's roles, Helidon's handlers before the last: whatever else is handed in and asks who calls.
        boolean guarded = false;
        for (int i = 1; i < call.args().size(); i++) {
            Expr other = call.args().get(i);
            guarded |= i != handler && (framework.equals("javalin") || asks(other));
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

    /** {@code router.get("/x").handler(a).handler(b)}: the last handler answers. */
    private void readVertx(Expr.Call call) {
        Expr.Call verb = verb(call);
        if (verb == null || call.args().size() != 1) {
            return;
        }
        boolean guarded = false;
        Expr current = call.receiver();
        while (current instanceof Expr.Call link && link != verb) {
            inner.add(link);
            guarded |= link.args().stream().anyMatch(Registrations::asks);
            current = link.receiver();
        }
        Expr handler = call.args().get(0);
        boolean everyMethod = verb.method().name().equals("route");
        if (verb.args().isEmpty() || (everyMethod && (verb.args().size() != 1 || passesOn(handler)))) {
            return;
        }
        if (!(handler instanceof Expr.Lambda || handler instanceof Expr.MethodReference) && everyMethod) {
            return; // BodyHandler.create() and its kind prepare requests
        }
        List<String> methods =
                everyMethod ? List.of() : List.of(verb.method().name().toUpperCase(Locale.ROOT));
        Expr path = verb.args().get(verb.args().size() - 1);
        if (!passesOn(handler)) {
            add("vertx", methods, path, handler, call, guarded || asks(handler));
        }
    }

    private static boolean isForAll(Expr.@Nullable Call verb) {
        return verb != null && verb.method().name().equals("route");
    }

    private Expr.@Nullable Call verb(Expr.Call call) {
        Expr current = call.receiver();
        while (current instanceof Expr.Call link) {
            String name = link.method().name();
            if ((HttpMethod.of(name.toUpperCase(Locale.ROOT)).isPresent() || name.equals("route"))
                    && link.receiver() != null
                    && "vertx".equals(routers.router(link.receiver()))) {
                return link;
            }
            current = link.receiver();
        }
        return null;
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
        boolean wrapped = handler instanceof Expr.Call && asks(handler);
        found.add(new Registration(
                framework,
                Set.copyOf(verbs),
                Paths.join(bases, annotations.texts(pathOf(path))),
                handler,
                call,
                guarded || guardedHere || wrapped));
    }

    private static Expr pathOf(Expr expr) {
        return expr instanceof Expr.Call made && made.args().size() == 1
                ? made.args().get(0)
                : expr;
    }

    private static boolean isPath(Expr expr) {
        return expr.type().isString()
                || expr instanceof Expr.Literal literal && literal.value() instanceof String
                || expr instanceof Expr.Concat
                || expr instanceof Expr.Field
                || expr instanceof Expr.Local && !expr.type().resolved();
    }

    private static boolean passesOn(Expr handler) {
        return handler instanceof Expr.Lambda
                && Walk.any(
                        handler,
                        part -> part instanceof Expr.Call call
                                && call.method().name().equals("next")
                                && call.args().isEmpty());
    }

    /** Whether an expression speaks of authentication anywhere, or answers with 401 or 403. */
    private static boolean asks(Expr expr) {
        return Walk.any(expr, Registrations::asksItself)
                || ASKS.matcher(expr.type().simpleName()).matches();
    }

    private static boolean asksItself(Expr part) {
        if (part instanceof Expr.Call call) {
            return ASKS.matcher(call.method().name()).matches()
                    || ASKS.matcher(call.method().owner().simpleName()).matches();
        }
        if (part instanceof Expr.Literal literal) {
            return Integer.valueOf(401).equals(literal.value())
                    || Integer.valueOf(403).equals(literal.value());
        }
        if (part instanceof Expr.New made) {
            return ASKS.matcher(made.type().simpleName()).matches();
        }
        String name =
                part instanceof Expr.Local local ? local.name() : part instanceof Expr.Field field ? field.name() : "";
        return ASKS.matcher(name).matches();
    }
}
