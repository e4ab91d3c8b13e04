package dev.keywright.adapters.spring;

import dev.keywright.runtime.key.KeyHasher;
import dev.keywright.runtime.token.MemoryTokenStore;
import dev.keywright.runtime.token.TokenService;
import dev.keywright.runtime.token.TokenStore;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Makes the application's {@link TokenService} when {@code keywright.tokens.prefix} is set, over the {@link TokenStore} bean
 * if there is one, else in memory. It verifies for {@code @BearerProtected}, by the name {@code tokens} too.
 */
@AutoConfiguration(after = KeywrightRedisAutoConfiguration.class, before = KeywrightAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty("keywright.tokens.prefix")
@EnableConfigurationProperties(TokenProperties.class)
public class KeywrightTokenAutoConfiguration {

    /** For Spring. */
    public KeywrightTokenAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    TokenService tokens(
            TokenProperties properties,
            ObjectProvider<TokenStore> stores,
            ObjectProvider<InstantSource> clock,
            ObjectProvider<KeyHasher> hasher) {
        try {
            TokenStore store =
                    stores.getIfAvailable(() -> new MemoryTokenStore(properties.perOwner(), properties.capacity()));
            TokenService.Builder builder = TokenService.builder(store);
            if (properties.prefix() != null) {
                builder.prefix(properties.prefix());
            }
            if (properties.accessLife() != null) {
                builder.accessLife(properties.accessLife());
            }
            if (properties.refreshLife() != null && properties.refreshLife().isZero()) {
                builder.withoutRefresh();
            } else if (properties.refreshLife() != null) {
                builder.refreshLife(properties.refreshLife());
            }
            clock.ifUnique(builder::clock);
            hasher.ifUnique(builder::hasher);
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new SpringStartRefusedException(List.of(Messages.tokens(String.valueOf(e.getMessage()))));
        }
    }
}
