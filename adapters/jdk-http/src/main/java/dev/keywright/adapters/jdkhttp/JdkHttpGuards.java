package dev.keywright.adapters.jdkhttp;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.keywright.runtime.Caller;
import dev.keywright.runtime.Guard;
import dev.keywright.runtime.GuardRegistry;
import dev.keywright.runtime.GuardedEndpoint;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.LoginAttempt;
import dev.keywright.runtime.StartRefusedException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * Puts guards before handlers of {@code com.sun.net.httpserver}.
 *
 * <pre>{@code
 * server.createContext("/orders", JdkHttpGuards.protect(keywright, new OrdersHandler()));
 * }</pre>
 *
 * <p>The annotations stand on the handler class or on its {@code handle(HttpExchange)}. What the guard captured of the body
 * the handler reads again from {@link HttpExchange#getRequestBody()}.
 */
public final class JdkHttpGuards {

    /** The exchange attribute that holds the {@link Caller}. */
    public static final String CALLER = "dev.keywright.caller";

    private JdkHttpGuards() {}

    /**
     * Wraps a handler in the guard of its class.
     *
     * @throws StartRefusedException when the class has no guard, a stale one, or one that lacks its configuration
     * @throws IllegalArgumentException when nothing asks for a guard
     */
    public static HttpHandler protect(Keywright keywright, HttpHandler handler) {
        GuardedEndpoint endpoint = endpoint(keywright, handler.getClass());
        return new GuardedHandler(keywright, endpoint, handler::handle);
    }

    /**
     * Wraps a handler in a guard; what the {@code protect} method of a generated guard calls.
     *
     * @throws StartRefusedException when the guard is stale or lacks its configuration
     * @throws IllegalArgumentException when it is another class's guard
     */
    public static HttpHandler protect(Guard guard, HttpHandler handler) {
        Class<?> type = handler.getClass();
        boolean fits = false;
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            fits |= each.getName().equals(guard.guardedType());
        }
        if (!fits) {
            throw new IllegalArgumentException(Messages.otherHandler(guard.guardedType(), type.getName()));
        }
        return protect(GuardRegistry.check(guard), handler);
    }

    /**
     * The guard of a handler class as a filter, for a context whose handler is an instance of it.
     *
     * @throws StartRefusedException as {@link #protect(Keywright, HttpHandler)}
     */
    public static Filter filter(Keywright keywright, Class<? extends HttpHandler> handlerType) {
        GuardedEndpoint endpoint = endpoint(keywright, handlerType);
        return new Filter() {
            @Override
            public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
                new GuardedHandler(keywright, endpoint, chain::doFilter).handle(exchange);
            }

            @Override
            public String description() {
                return "Keywright guard of " + handlerType.getName();
            }
        };
    }

    /** The caller of an admitted request; {@link Caller#anonymous()} when no guard stood before the handler. */
    public static Caller caller(HttpExchange exchange) {
        return exchange instanceof AdmittedExchange admitted
                ? admitted.admitted().caller()
                : Caller.anonymous();
    }

    /**
     * The log-in that an admitted request attempts, where the handler bears {@code @LoginProtected}; without a word to it only
     * an answer with a status from 200 to 299 counts as a success, sent before the handler returns.
     */
    public static Optional<LoginAttempt> login(HttpExchange exchange) {
        return exchange instanceof AdmittedExchange admitted
                ? Optional.ofNullable(admitted.admitted().login())
                : Optional.empty();
    }

    /**
     * The second door, for the first line of a handler: throws unless the request was admitted for this handler's class. It
     * catches a handler that was registered without its guard, or that another handler calls.
     *
     * @throws IllegalStateException when it was not; the server then closes the connection without an answer
     */
    public static void requireAdmitted(HttpExchange exchange, HttpHandler handler) {
        boolean admitted = false;
        if (exchange instanceof AdmittedExchange open) {
            for (Class<?> each = handler.getClass(); each != null && !admitted; each = each.getSuperclass()) {
                admitted = open.admitted().policy().endpoint().startsWith(each.getName() + "#");
            }
        }
        if (!admitted) {
            throw new IllegalStateException(
                    Messages.notAdmitted(handler.getClass().getName()));
        }
    }

    private static GuardedEndpoint endpoint(Keywright keywright, Class<? extends HttpHandler> type) {
        GuardRegistry registry = GuardRegistry.load(type.getClassLoader(), keywright, List.of(type));
        try {
            Method handle = type.getMethod("handle", HttpExchange.class);
            return registry.endpoint(type, handle)
                    .orElseThrow(() -> new IllegalArgumentException(Messages.notGuarded(type.getName())));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(Messages.notGuarded(type.getName()), e);
        }
    }
}
