package dev.keywright.adapters.spring.security;

import dev.keywright.runtime.Caller;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.Transient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A caller that a guard has admitted. The principal is the {@link Caller}, the name its owner; each scope is an authority
 * {@code SCOPE_<scope>}, wildcards as they are recorded. Holds no credential, and no
 * session keeps it: it is worth the one request that proved it.
 */
@Transient
public final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    /** The authentication of a caller. */
    public CallerAuthentication(Caller caller) {
        super(authorities(caller));
        this.caller = caller;
        super.setAuthenticated(true);
    }

    private static Collection<GrantedAuthority> authorities(Caller caller) {
        return caller.scopes().stream()
                .sorted()
                .<GrantedAuthority>map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope))
                .collect(java.util.stream.Collectors.collectingAndThen(
                        java.util.stream.Collectors.toList(), List::copyOf));
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication that && super.equals(other) && caller == that.caller;
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
