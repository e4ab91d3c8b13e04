package dev.keywright.adapters.spring;

import dev.keywright.runtime.login.AttemptStore;
import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.token.TokenStore;
import dev.keywright.store.redis.RedisStartException;
import dev.keywright.store.redis.RedisStore;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Shares nonces, limits, failed log-ins and tokens with other nodes, when {@code keywright.redis.uri} is set and
 * keywright-store-redis is there. The properties are read by name, so that no object holds their secrets.
 */
@AutoConfiguration(before = KeywrightAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(RedisStore.class)
@Conditional(OnRedisUri.class)
public class KeywrightRedisAutoConfiguration {

    private static final String PREFIX = "keywright.redis.";

    /** For Spring. */
    public KeywrightRedisAutoConfiguration() {}

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    RedisStore keywrightRedisStore(Environment environment) {
        try {
            RedisStore.Builder builder =
                    RedisStore.at(String.valueOf(SecretProperties.find(environment, PREFIX + "uri")));
            String prefix = environment.getProperty(PREFIX + "prefix");
            String timeout = environment.getProperty(PREFIX + "timeout");
            Integer nonces = environment.getProperty(PREFIX + "nonces-per-credential", Integer.class);
            Integer nodes = environment.getProperty(PREFIX + "nodes", Integer.class);
            String nameSecret = SecretProperties.find(environment, PREFIX + "name-secret");
            if (prefix != null) {
                builder.prefix(prefix);
            }
            if (timeout != null) {
                builder.timeout(DurationStyle.detectAndParse(timeout));
            }
            if (nonces != null) {
                builder.noncesPerCredential(nonces);
            }
            if (nodes != null) {
                builder.nodes(nodes);
            }
            if (nameSecret != null) {
                builder.nameSecret(nameSecret);
            }
            return builder.connect();
        } catch (RedisStartException | IllegalArgumentException e) {
            throw new SpringStartRefusedException(List.of(Messages.redis(String.valueOf(e.getMessage()))));
        }
    }

    @Bean
    @ConditionalOnMissingBean
    TokenStore keywrightRedisTokens(RedisStore redis) {
        return redis.tokens();
    }

    /** First of all customizers, so that those of the application can change it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    KeywrightCustomizer keywrightRedisCustomizer(
            RedisStore redis, ObjectProvider<NonceStore> own, ObjectProvider<AttemptStore> ownAttempts) {
        return builder -> {
            redis.configure(builder);
            own.ifUnique(builder::nonceStore);
            ownAttempts.ifUnique(builder::attemptStore);
        };
    }
}
