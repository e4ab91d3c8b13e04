package dev.keywright.adapters.spring.security;

import dev.keywright.adapters.spring.CallerPublisher;
import dev.keywright.runtime.Caller;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Publishes a caller that was admitted at the second door, after the security filter chain: method security sees it. What was
 * there before returns when the handler ends.
 */
final class SecurityContextPublisher implements CallerPublisher {

    @Override
    public Scope publish(Caller caller) {
        SecurityContextHolderStrategy holder = SecurityContextHolder.getContextHolderStrategy();
        SecurityContext before = holder.getContext();
        Authentication known = before.getAuthentication();
        if (known != null && known.getPrincipal() == caller) {
            return () -> {};
        }
        holder.setContext(contextOf(holder, caller));
        return () -> holder.setContext(before);
    }

    static SecurityContext contextOf(SecurityContextHolderStrategy holder, Caller caller) {
        SecurityContext context = holder.createEmptyContext();
        context.setAuthentication(new CallerAuthentication(caller));
        return context;
    }
}
