package shop.security;

import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.BearerProtected;
import dev.keywright.annotations.PublicEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The shop with a security filter chain and method security of its own. */
@Configuration
@EnableMethodSecurity
@Import({SecuredShop.SecuredController.class, SecuredShop.WayToSecured.class})
public class SecuredShop {

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/limited")
                        .hasAuthority("SCOPE_limited:use")
                        .requestMatchers("/side/**", "/whoami", "/secured")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @RestController
    static class SecuredController {

        @GetMapping("/secured")
        @ApiKeyProtected
        @PreAuthorize("hasAuthority('SCOPE_secured:use')")
        public String secured() {
            return SecurityContextHolder.getContext()
                            .getAuthentication()
                            .getClass()
                            .getSimpleName() + " "
                    + SecurityContextHolder.getContext().getAuthentication().getName();
        }

        @GetMapping("/secured/token")
        @BearerProtected
        @PreAuthorize("hasAuthority('SCOPE_secured:use')")
        public String token() {
            return secured();
        }

        @GetMapping("/whoami")
        @PublicEndpoint(reason = "test")
        public String whoami() {
            return String.valueOf(
                    SecurityContextHolder.getContext().getAuthentication().getPrincipal());
        }
    }

    @Controller
    static class WayToSecured {

        @GetMapping("/side/secured")
        @PublicEndpoint(reason = "test")
        String forward() {
            return "forward:/secured";
        }
    }
}
