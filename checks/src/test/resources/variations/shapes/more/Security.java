package more;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.MessageDigestPasswordEncoder;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.StandardPasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;

@Configuration
class Security {

    @Bean
    PasswordEncoder noop() {
        return NoOpPasswordEncoder.getInstance(); // BUG: WeakSecretStorage
    }

    @Bean
    PasswordEncoder digest() {
        return new MessageDigestPasswordEncoder("SHA-256"); // BUG: WeakSecretStorage
    }

    @Bean
    PasswordEncoder argon() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(); // OK: WeakSecretStorage
    }

    @Bean
    InMemoryUserDetailsManager users(PasswordEncoder encoder) {
        UserDetails admin = User.withUsername("admin")
                .password(encoder.encode("Adm1n-pa55")) // BUG: HardcodedSecret
                .roles("ADMIN")
                .build();
        return new InMemoryUserDetailsManager(admin);
    }

    void configure(AuthenticationManagerBuilder auth) throws Exception {
        auth.inMemoryAuthentication().withUser("u").password("{noop}u-pa55word").roles("USER"); // BUG: HardcodedSecret
    }

    ClientRegistration registration(String clientSecret) {
        return ClientRegistration.withRegistrationId("github")
                .clientId("shop-web") // OK: HardcodedSecret
                .clientSecret(clientSecret) // OK: HardcodedSecret
                .tokenUri("https://github.example/token") // OK: HardcodedSecret
                .build();
    }

    ClientRegistration registrationBad() {
        return ClientRegistration.withRegistrationId("github")
                .clientId("shop-web")
                .clientSecret("9f8e7d6c5b4a39281706f5e4d3c2b1a098765432") // BUG: HardcodedSecret
                .build();
    }
}
