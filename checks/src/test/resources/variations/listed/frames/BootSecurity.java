package frames;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.web.filter.CommonsRequestLoggingFilter;

@Configuration
class BootSecurity {
    @Value("${jwt.secret:my-default-jwt-secret-of-32-bytes}") // BUG: DefaultSecretFallback
    private String jwtSecret;

    @Value("${partner.api-key}") // OK: DefaultSecretFallback
    private String partnerKey;

    @Value("${server.region:eu-west-1}") // OK: DefaultSecretFallback
    private String region;

    @Bean
    PasswordEncoder bad1() {
        return NoOpPasswordEncoder.getInstance(); // BUG: WeakSecretStorage
    }

    @Bean
    PasswordEncoder bad2() {
        return new BCryptPasswordEncoder(4); // BUG: WeakSecretStorage
    }

    @Bean
    UserDetailsService bad3(PasswordEncoder encoder) {
        UserDetails admin = User.withUsername("admin").password(encoder.encode("Adm1n-2020")).roles("ADMIN").build(); // BUG: HardcodedSecret
        return new InMemoryUserDetailsManager(admin);
    }

    @Bean
    UserDetailsService bad4() {
        return new InMemoryUserDetailsManager(List.of(new User("root", "{noop}toor-toor", List.of()))); // BUG: HardcodedSecret
    }

    @Bean
    CommonsRequestLoggingFilter bad5() {
        CommonsRequestLoggingFilter filter = new CommonsRequestLoggingFilter();
        filter.setIncludeQueryString(true);
        filter.setIncludeHeaders(true); // BUG: CredentialWireLogging
        return filter;
    }

    @Bean
    JwtDecoder bad6() {
        javax.crypto.SecretKey key = new javax.crypto.spec.SecretKeySpec("0123456789abcdefGHIJKLMNOPQRSTUV".getBytes(), "HmacSHA256"); // BUG: HardcodedSecret
        return NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build(); // BUG: HardcodedSecret
    }

    @Bean
    PasswordEncoder good1() {
        return new BCryptPasswordEncoder(12); // OK: WeakSecretStorage
    }

    @Bean
    UserDetailsService good2(PasswordEncoder encoder, @Value("${admin.password}") String password) {
        return new InMemoryUserDetailsManager(User.withUsername("admin").password(encoder.encode(password)).roles("ADMIN").build()); // OK: HardcodedSecret
    }

    @Bean
    CommonsRequestLoggingFilter good3() {
        CommonsRequestLoggingFilter filter = new CommonsRequestLoggingFilter();
        filter.setIncludeClientInfo(true);
        filter.setIncludeHeaders(false); // OK: CredentialWireLogging
        return filter;
    }

    @Bean
    JwtDecoder good4() {
        return NimbusJwtDecoder.withJwkSetUri("https://issuer.example.com/jwks").build(); // OK: UnverifiedToken
    }
}
