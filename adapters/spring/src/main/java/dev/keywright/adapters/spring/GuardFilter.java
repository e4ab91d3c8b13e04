package dev.keywright.adapters.spring;

import dev.keywright.adapters.servlet.Completion;
import dev.keywright.adapters.servlet.Passage;
import dev.keywright.runtime.Denied;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Asks the guard before anything parses the body: once as the first filter, and once more as the last one, where filters
 * between changed what the handler depends on.
 */
final class GuardFilter implements Filter {

    private static final String FORECAST = GuardFilter.class.getName();

    private final Door door;
    private final Supplier<HandlerFinder> finder;
    private final boolean first;

    private GuardFilter(Door door, Supplier<HandlerFinder> finder, boolean first) {
        this.door = door;
        this.finder = finder;
        this.first = first;
    }

    static GuardFilter first(Door door, Supplier<HandlerFinder> finder) {
        return new GuardFilter(door, finder, true);
    }

    static GuardFilter last(Door door, Supplier<HandlerFinder> finder) {
        return new GuardFilter(door, finder, false);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest httpRequest && response instanceof HttpServletResponse httpResponse) {
            Passage passage = Passage.of(httpRequest, door.keywright());
            HttpServletRequest guarded = passage.guarded(httpRequest);
            if (first && !isNested(request.getDispatcherType())) {
                filterAndComplete(passage, guarded, httpResponse, chain);
            } else {
                filter(passage, guarded, httpResponse, chain);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isNested(DispatcherType type) {
        return type == DispatcherType.FORWARD || type == DispatcherType.INCLUDE;
    }

    private void filterAndComplete(
            Passage passage, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Completion completion = new Completion(passage);
        try {
            filter(passage, request, response, chain);
        } catch (IOException | ServletException | RuntimeException | Error e) {
            completion.failed();
            throw e;
        } finally {
            completion.end(request, response);
        }
    }

    private void filter(Passage passage, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String forecast = request.getDispatcherType() + " " + request.getMethod() + ' ' + request.getRequestURI();
        if (!forecast.equals(request.getAttribute(FORECAST))) {
            request.setAttribute(FORECAST, forecast);
            Object handler = finder.get().find(request);
            GuardedHandler known = handler == null ? null : door.lookUp(handler);
            Denied denied = known == null ? null : door.decide(known, passage, response);
            if (known != null && denied != null) {
                door.refuse(known, denied, request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
