package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.Expr;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Vert.x's routes, which take their handlers by calls of their own. */
final class VertxRoutes {

    /** Takes what a route says. */
    interface Sink {
        void add(String framework, List<String> methods, Expr path, Expr handler, Expr.Call call, boolean guarded);
    }

    private final Routers routers;
    private final Sink sink;
    private final Set<Expr> inner = Collections.newSetFromMap(new IdentityHashMap<>());

    VertxRoutes(Routers routers, Sink sink) {
        this.routers = routers;
        this.sink = sink;
    }

    /** Whether a call is a link of a chain that was read from its end. */
    boolean isInner(Expr.Call call) {
        return inner.contains(call);
    }

    /** {@code router.get("/x").handler(a).handler(b)}: the last handler answers. */
    void read(Expr.Call call) {
        Expr.Call verb = verb(call);
        if (verb == null || call.args().size() != 1) {
            return;
        }
        boolean guarded = false;
        Expr current = call.receiver();
        while (current instanceof Expr.Call link && link != verb) {
            inner.add(link);
            guarded |= link.args().stream().anyMatch(Asking::asks);
            current = link.receiver();
        }
        Expr handler = call.args().get(0);
        boolean everyMethod = verb.method().name().equals("route");
        if (verb.args().isEmpty() || (everyMethod && (verb.args().size() != 1 || Asking.passesOn(handler)))) {
            return;
        }
        if (!(handler instanceof Expr.Lambda || handler instanceof Expr.MethodReference) && everyMethod) {
            return; // BodyHandler.create() and its kind prepare requests
        }
        List<String> methods =
                everyMethod ? List.of() : List.of(verb.method().name().toUpperCase(Locale.ROOT));
        Expr path = verb.args().get(verb.args().size() - 1);
        if (!Asking.passesOn(handler)) {
            sink.add("vertx", methods, path, handler, call, guarded || Asking.asks(handler));
        }
    }

    /** The call that names the verb and the path of a chain. */
    Expr.@Nullable Call verb(Expr.Call call) {
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
}
