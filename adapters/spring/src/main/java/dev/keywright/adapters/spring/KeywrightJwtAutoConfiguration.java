package dev.keywright.adapters.spring;

import dev.keywright.adapters.jwt.JwtVerifier;
import dev.keywright.runtime.secret.SecretValue;
import dev.keywright.runtime.secret.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;

/**
 * Makes a {@link JwtVerifier} when {@code keywright.jwt.issuer} is set and keywright-jwt is there. It verifies for
 * {@code @BearerProtected}, by the name {@code jwt} too.
 */
@AutoConfiguration(before = KeywrightAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(JwtVerifier.class)
@ConditionalOnProperty("keywright.jwt.issuer")
@EnableConfigurationProperties(JwtProperties.class)
public class KeywrightJwtAutoConfiguration {

    /** For Spring. */
    public KeywrightJwtAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    JwtVerifier jwt(JwtProperties properties, Secrets secrets, ObjectProvider<InstantSource> clock) {
        try {
            JwtVerifier.Builder builder = JwtVerifier.builder()
                    .audiences(properties.audiences().toArray(new String[0]))
                    .algorithms(properties.algorithms().toArray(new String[0]))
                    .ownerClaim(properties.ownerClaim())
                    .labelClaims(properties.labelClaims().toArray(new String[0]));
            if (properties.issuer() != null) {
                builder.issuer(properties.issuer());
            }
            keys(builder, properties, secrets);
            if (properties.accessTokenTypeOnly()) {
                builder.accessTokenTypeOnly();
            }
            if (properties.clockSkew() != null) {
                builder.clockSkew(properties.clockSkew());
            }
            if (properties.maxLifetime() != null) {
                builder.maxLifetime(properties.maxLifetime());
            }
            clock.ifUnique(builder::clock);
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new SpringStartRefusedException(List.of(Messages.verifier(String.valueOf(e.getMessage()))));
        }
    }

    private static void keys(JwtVerifier.Builder builder, JwtProperties properties, Secrets secrets) {
        if (properties.jwksUri() != null) {
            builder.keysFrom(properties.jwksUri());
        }
        Resource file = properties.jwks();
        if (file != null) {
            try {
                builder.keys(file.getContentAsString(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalArgumentException(Messages.unreadable(String.valueOf(file.getFilename())));
            }
        }
        String name = properties.secretName();
        if (name != null) {
            List<SecretValue> values = secrets.find(name);
            if (values.size() != 1) {
                throw new IllegalArgumentException(Messages.notOneValue(name, values.size()));
            }
            builder.sharedSecret(values.get(0).bytes());
        }
    }
}
