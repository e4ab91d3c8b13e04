package dev.keywright.adapters.spring.test;

import dev.keywright.adapters.spring.BearerVerifiers;
import dev.keywright.adapters.spring.KeyStores;
import dev.keywright.adapters.spring.KeywrightCustomizer;
import dev.keywright.adapters.spring.KeywrightProperties;
import dev.keywright.runtime.key.KeyHasher;
import dev.keywright.runtime.key.KeyStore;
import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.secret.Secrets;
import dev.keywright.runtime.token.BearerVerifier;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/**
 * Puts test credentials beside the application's own. Comes with {@code @AutoConfigureMockMvc}; for a MockMvc that is built
 * by hand, import it into the test. An application must not import it; it bears no {@code @Configuration}, so that no application
 * that looks for components from a package above this one finds it.
 */
public class KeywrightMockMvcConfiguration {

    /** For Spring. */
    public KeywrightMockMvcConfiguration() {}

    @Bean
    TestCredentials keywrightTestCredentials(
            ObjectProvider<KeyHasher> hasher,
            ObjectProvider<InstantSource> clock,
            ObjectProvider<KeywrightProperties> properties) {
        return new TestCredentials(
                () -> hasher.getIfUnique(KeyHasher::sha256), () -> clock.getIfUnique(InstantSource::system), () -> {
                    KeywrightProperties known = properties.getIfAvailable();
                    List<URI> origins = known == null ? List.of() : known.publicOrigins();
                    return origins.isEmpty() ? null : origins.get(0);
                });
    }

    /** A signature is admitted from the first second on: its secret or its nonce was never used before. */
    @Bean
    KeywrightCustomizer keywrightTestNonces(ObjectProvider<NonceStore> stores) {
        return builder -> {
            if (stores.getIfUnique() == null) {
                builder.nonceStore(MemoryNonceStore.forSecretsThatNoEarlierProcessUsed(MemoryNonceStore.DEFAULT_QUOTA));
            }
        };
    }

    @Bean
    static BeanPostProcessor keywrightTestCredentialsInstaller(ObjectProvider<TestCredentials> credentials) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String beanName) {
                if (bean instanceof KeyStores stores) {
                    Map<String, KeyStore> named = new HashMap<>(stores.named());
                    named.replaceAll((name, store) -> credentials.getObject().beside(store));
                    return new KeyStores(credentials.getObject().beside(stores.standard()), named);
                }
                if (bean instanceof BearerVerifiers verifiers) {
                    Map<String, BearerVerifier> named = new HashMap<>(verifiers.named());
                    named.replaceAll((name, verifier) -> credentials.getObject().beside(verifier));
                    return new BearerVerifiers(credentials.getObject().beside(verifiers.standard()), named);
                }
                return bean instanceof Secrets secrets ? credentials.getObject().madeUpBeside(secrets) : bean;
            }
        };
    }
}
