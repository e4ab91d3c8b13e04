package dev.keywright.adapters.spring;

import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.TransportPolicy;
import dev.keywright.runtime.audit.AuditSink;
import dev.keywright.runtime.key.FileKeyStore;
import dev.keywright.runtime.key.KeyHasher;
import dev.keywright.runtime.key.KeyStore;
import dev.keywright.runtime.key.KeyStoreException;
import dev.keywright.runtime.login.AttemptStore;
import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.secret.Secrets;
import dev.keywright.runtime.token.BearerVerifier;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Makes the application's {@link Keywright} from {@code keywright.*} properties and from beans. Beans win: a
 * {@link KeyStore}, {@link Secrets}, {@link InstantSource} (a {@code java.time.Clock} is one), any number of {@link AuditSink},
 * {@link KeyHasher}, {@link NonceStore}, {@link AttemptStore}, any number of {@link BearerVerifier}; {@link KeywrightCustomizer} beans have the last word.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(KeywrightProperties.class)
public class KeywrightAutoConfiguration {

    /** The name of the bean, and then of the store, that counts as the default one among several. */
    static final String STANDARD_STORE = "keyStore";

    /** The name of the bean that counts as the default verifier among several. */
    static final String STANDARD_VERIFIER = "bearerVerifier";

    private static final Pattern STORE_NAME = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)*");

    /** For Spring. */
    public KeywrightAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    KeyStores keywrightKeyStores(
            KeywrightProperties properties, Map<String, KeyStore> beans, ObjectProvider<KeyStore> unique) {
        Map<String, KeyStore> named = new HashMap<>();
        properties
                .apiKeys()
                .files()
                .forEach((name, file) -> named.put(name, open("keywright.api-keys.files." + name, file)));
        // Other bean names cannot stand in an annotation.
        beans.forEach((name, store) -> {
            if (STORE_NAME.matcher(name).matches()) {
                named.put(name, store);
            }
        });
        KeyStore standard = unique.getIfUnique(() -> beans.get(STANDARD_STORE));
        Path file = properties.apiKeys().file();
        if (standard == null && file != null) {
            standard = open("keywright.api-keys.file", file);
        }
        return new KeyStores(standard, named);
    }

    private static KeyStore open(String property, Path file) {
        try {
            return FileKeyStore.open(file);
        } catch (KeyStoreException e) {
            throw new SpringStartRefusedException(List.of(Messages.keyFile(property, String.valueOf(e.getMessage()))));
        }
    }

    @Bean
    @ConditionalOnMissingBean
    BearerVerifiers keywrightBearerVerifiers(Map<String, BearerVerifier> beans, ObjectProvider<BearerVerifier> unique) {
        Map<String, BearerVerifier> named = new HashMap<>();
        beans.forEach((name, verifier) -> {
            if (STORE_NAME.matcher(name).matches()) {
                named.put(name, verifier);
            }
        });
        return new BearerVerifiers(unique.getIfUnique(() -> beans.get(STANDARD_VERIFIER)), named);
    }

    @Bean
    @ConditionalOnMissingBean
    Secrets keywrightSecrets(Environment environment) {
        return Secrets.firstOf(
                Secrets.from(name -> SecretProperties.find(environment, "keywright.secrets." + name)),
                Secrets.environment());
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    Keywright keywright(
            KeywrightProperties properties,
            KeyStores stores,
            BearerVerifiers verifiers,
            Secrets secrets,
            ObjectProvider<InstantSource> clock,
            ObjectProvider<AuditSink> auditSink,
            ObjectProvider<KeyHasher> hasher,
            ObjectProvider<NonceStore> nonces,
            ObjectProvider<AttemptStore> attempts,
            ObjectProvider<KeywrightCustomizer> customizers) {
        Keywright.Builder builder = Keywright.builder().secrets(secrets);
        KeyStore standard = stores.standard();
        if (standard != null) {
            builder.keyStore(standard);
        }
        try {
            stores.named().forEach(builder::keyStore);
            BearerVerifier verifier = verifiers.standard();
            if (verifier != null) {
                builder.bearerVerifier(verifier);
            }
            verifiers.named().forEach(builder::bearerVerifier);
            configure(builder, properties);
            clock.ifUnique(builder::clock);
            List<AuditSink> sinks = auditSink.orderedStream().toList();
            if (!sinks.isEmpty()) {
                builder.auditSink(AuditSink.all(sinks));
            }
            hasher.ifUnique(builder::keyHasher);
            nonces.ifUnique(builder::nonceStore);
            attempts.ifUnique(builder::attemptStore);
            customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new SpringStartRefusedException(List.of(Messages.property(String.valueOf(e.getMessage()))));
        }
    }

    private static void configure(Keywright.Builder builder, KeywrightProperties properties) {
        builder.publicOrigins(properties.publicOrigins().toArray(new URI[0]));
        if (!properties.trustedProxies().isEmpty()) {
            builder.trustedProxies(
                    properties.forwardedHeader(), properties.trustedProxies().toArray(new String[0]));
        }
        builder.transport(
                properties.requireTls() ? TransportPolicy.TLS_REQUIRED : TransportPolicy.PLAIN_HTTP_FROM_ANYWHERE);
        builder.denialDetail(properties.denialDetail());
        builder.hideCredentials(properties.hideCredentials());
        if (properties.clockSkew() != null) {
            builder.clockSkew(properties.clockSkew());
        }
        if (properties.bodyBudget() != null) {
            builder.bodyBudget(properties.bodyBudget().toBytes());
        }
        if (properties.bodyReadTimeout() != null) {
            builder.bodyReadTimeout(properties.bodyReadTimeout());
        }
        if (properties.requestIdHeader() != null) {
            builder.requestIdHeader(properties.requestIdHeader());
        }
        throttle(builder, properties.failureThrottle());
    }

    private static void throttle(Keywright.Builder builder, @Nullable String limits) {
        if ("off".equalsIgnoreCase(limits)) {
            builder.withoutFailureThrottle();
        } else if (limits != null) {
            builder.failureThrottle(limits);
        }
    }
}
