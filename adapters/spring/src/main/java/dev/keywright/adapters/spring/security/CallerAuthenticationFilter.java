package dev.keywright.adapters.spring.security;

import dev.keywright.adapters.servlet.Passage;
import dev.keywright.runtime.Caller;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Stands in the security filter chain right after {@code SecurityContextHolderFilter}, which clears the context when the
 * request ends. A caller that proved who they are with this very request comes before a session's user.
 */
final class CallerAuthenticationFilter implements Filter {

    static Optional<Caller> callerOf(HttpServletRequest request) {
        Passage passage = Passage.find(request);
        return passage == null ? Optional.empty() : passage.caller().filter(caller -> !caller.isAnonymous());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http) {
            SecurityContextHolderStrategy holder = SecurityContextHolder.getContextHolderStrategy();
            callerOf(http).ifPresent(caller -> holder.setContext(SecurityContextPublisher.contextOf(holder, caller)));
        }
        chain.doFilter(request, response);
    }
}
