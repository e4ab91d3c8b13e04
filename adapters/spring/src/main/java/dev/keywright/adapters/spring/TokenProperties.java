package dev.keywright.adapters.spring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The {@code keywright.tokens.*} properties.
 *
 * @param prefix what tokens begin with, the application's own; there is a {@code TokenService} when it is set
 * @param accessLife how long an access token is valid
 * @param refreshLife for how long after a log-in tokens can be refreshed; zero for not at all
 * @param perOwner how many tokens one owner may have at once, where they are kept in memory
 * @param capacity how many tokens all owners may have together, where they are kept in memory
 */
@ConfigurationProperties("keywright.tokens")
public record TokenProperties(
        @Nullable String prefix,
        @Nullable Duration accessLife,
        @Nullable Duration refreshLife,
        @DefaultValue("1000") int perOwner,
        @DefaultValue("100000") int capacity) {}
