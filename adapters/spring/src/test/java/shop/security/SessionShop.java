package shop.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The shop as old applications have it: whatever the security context holds when a request ends goes into the session. */
@Configuration
@EnableMethodSecurity
@Import(SecuredShop.SecuredController.class)
public class SessionShop {

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.securityContext(context -> context.requireExplicitSave(false))
                .sessionManagement(session -> session.requireExplicitAuthenticationStrategy(false)
                        .sessionCreationPolicy(SessionCreationPolicy.ALWAYS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
