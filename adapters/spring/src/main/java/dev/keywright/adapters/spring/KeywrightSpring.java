package dev.keywright.adapters.spring;

import org.springframework.core.Ordered;

/**
 * Where Keywright stands in a Spring MVC application.
 *
 * <ol>
 *   <li>The first filter, at {@link #FILTER_ORDER}: after Spring Boot's character encoding and observation filters, which
 *       leave the body alone, and before every filter that reads it (hidden method, form content, multipart) and before
 *       {@code springSecurityFilterChain}. It finds the handler and asks its guard.
 *   <li>{@code springSecurityFilterChain}, where there is one: right after {@code SecurityContextHolderFilter} the caller
 *       becomes the {@code Authentication}, so that authorization rules and method security see it.
 *   <li>The second filter, last before the servlet: asks again if filters between changed the method or the path.
 *   <li>The second door, a {@code HandlerAdapter} before all others: on every dispatch type it lets nothing pass to a guarded
 *       handler that was not admitted for this very handler.
 * </ol>
 */
public final class KeywrightSpring {

    /** The order of the first filter. */
    public static final int FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    private KeywrightSpring() {}
}
