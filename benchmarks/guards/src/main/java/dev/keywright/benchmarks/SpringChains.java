package dev.keywright.benchmarks;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * Spring Security as one would set it up for the same endpoint, by its own builder: no sessions and no CSRF protection, since
 * nobody logs in by a form. The lean chain also leaves out all that a caller with a key or a signature can do without; the usual
 * one keeps what an application gets when it does not ask.
 */
final class SpringChains {

    private SpringChains() {}

    static Filter of(ServletRequests requests, boolean lean) {
        try {
            AuthenticationManager manager = authentication -> authentication;
            HttpSecurity http = security(manager);
            http.csrf(AbstractHttpConfigurer::disable)
                    .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .exceptionHandling(handling -> handling.authenticationEntryPoint(
                            (request, response, exception) -> response.setStatus(401)))
                    .authorizeHttpRequests(authorize -> authorize.anyRequest().hasAuthority("SCOPE_orders:write"));
            if (requests.signed()) {
                http.addFilterAt(
                        new SpringSignatureFilter(requests.secret()), AbstractPreAuthenticatedProcessingFilter.class);
            } else {
                http.addFilter(keyFilter(requests));
            }
            if (lean) {
                http.headers(AbstractHttpConfigurer::disable)
                        .logout(AbstractHttpConfigurer::disable)
                        .requestCache(AbstractHttpConfigurer::disable)
                        .anonymous(AbstractHttpConfigurer::disable)
                        .servletApi(AbstractHttpConfigurer::disable);
            } else {
                http.headers(headers -> {})
                        .logout(logout -> {})
                        .requestCache(cache -> {})
                        .anonymous(anonymous -> {})
                        .servletApi(api -> {});
            }
            return new FilterChainProxy(List.of(http.build()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpSecurity security(AuthenticationManager manager) {
        ObjectPostProcessor<Object> asTheyAre = new ObjectPostProcessor<>() {
            @Override
            public <O> O postProcess(O object) {
                if (object instanceof InitializingBean bean) {
                    initialize(bean);
                }
                return object;
            }
        };
        GenericApplicationContext context = new GenericApplicationContext();
        context.refresh();
        AuthenticationManagerBuilder builder = new AuthenticationManagerBuilder(asTheyAre);
        builder.parentAuthenticationManager(manager);
        return new HttpSecurity(
                asTheyAre, builder, Map.of(org.springframework.context.ApplicationContext.class, context));
    }

    private static void initialize(InitializingBean bean) {
        try {
            bean.afterPropertiesSet();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The key's SHA-256 is looked up among those of all keys, and compared without haste. What Spring calls credentials is a
     * random key here: one round of a hash suffices.
     */
    @SuppressWarnings("WeakSecretStorage")
    private static Filter keyFilter(ServletRequests requests) {
        Map<String, byte[]> digests = new ConcurrentHashMap<>();
        String id = id(requests.key().key());
        digests.put(id, sha256(requests.key().key()));
        AbstractPreAuthenticatedProcessingFilter filter = new AbstractPreAuthenticatedProcessingFilter() {
            @Override
            protected Object getPreAuthenticatedPrincipal(HttpServletRequest request) {
                String key = request.getHeader("X-API-Key");
                return key == null || key.length() < 20 ? null : id(key);
            }

            @Override
            protected Object getPreAuthenticatedCredentials(HttpServletRequest request) {
                return sha256(request.getHeader("X-API-Key"));
            }
        };
        filter.setAuthenticationManager(authentication -> {
            byte[] known = digests.getOrDefault((String) authentication.getPrincipal(), new byte[32]);
            if (!MessageDigest.isEqual((byte[]) authentication.getCredentials(), known)) {
                throw new BadCredentialsException("unknown key");
            }
            return new PreAuthenticatedAuthenticationToken(
                    "acme", "", AuthorityUtils.createAuthorityList("SCOPE_orders:write"));
        });
        filter.setCheckForPrincipalChanges(false);
        filter.afterPropertiesSet();
        return filter;
    }

    private static String id(String key) {
        int start = key.indexOf('_') + 1;
        return key.substring(start, Math.max(start, key.indexOf('_', start)));
    }

    private static byte[] sha256(String text) {
        return Primitives.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
