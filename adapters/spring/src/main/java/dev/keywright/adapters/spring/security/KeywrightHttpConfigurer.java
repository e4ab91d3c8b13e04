package dev.keywright.adapters.spring.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * Makes every {@code HttpSecurity} know the caller; Spring Security finds it in spring.factories. Requests that a guard has
 * admitted by a credential need no CSRF token: a browser adds no API key and no signature by itself.
 */
public final class KeywrightHttpConfigurer extends AbstractHttpConfigurer<KeywrightHttpConfigurer, HttpSecurity> {

    /** For Spring Security. */
    public KeywrightHttpConfigurer() {}

    @Override
    @SuppressWarnings("unchecked")
    public void init(HttpSecurity http) {
        CsrfConfigurer<HttpSecurity> csrf = http.getConfigurer(CsrfConfigurer.class);
        if (csrf != null) {
            csrf.ignoringRequestMatchers(
                    request -> CallerAuthenticationFilter.callerOf(request).isPresent());
        }
    }

    @Override
    public void configure(HttpSecurity http) {
        http.addFilterAfter(new CallerAuthenticationFilter(), SecurityContextHolderFilter.class);
    }
}
