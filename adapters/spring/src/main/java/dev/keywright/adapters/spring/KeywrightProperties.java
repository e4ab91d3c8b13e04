package dev.keywright.adapters.spring;

import dev.keywright.runtime.DenialDetail;
import dev.keywright.runtime.ForwardedHeader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The {@code keywright.*} properties. Secrets are not among them: {@code keywright.secrets.<name>} is read from the
 * environment by name, so that no object holds them all.
 *
 * @param apiKeys where API keys are kept
 * @param publicOrigins the origins under which clients know the application
 * @param trustedProxies the networks (CIDR) of proxies whose forwarding headers count
 * @param forwardedHeader which forwarding headers these set
 * @param requireTls whether plain HTTP is refused, except from loopback
 * @param denialDetail how much refused callers are told
 * @param unannotated what happens with handlers that have no annotation
 * @param unannotatedAllowed prefixes of {@code class#method} that {@code unannotated=DENY} leaves open
 * @param hideCredentials whether handlers are kept from seeing credentials
 * @param clockSkew how far a signer's clock may be ahead
 * @param bodyBudget how many bytes of captured bodies the process holds at most
 * @param bodyReadTimeout how long reading a body may take
 * @param failureThrottle how many failed attempts one address group may make, as {@code 20 per minute}; {@code off} for any
 *     number
 * @param requestIdHeader the header that carries the request id in answers
 */
@ConfigurationProperties("keywright")
public record KeywrightProperties(
        @DefaultValue ApiKeys apiKeys,
        @DefaultValue List<URI> publicOrigins,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("X_FORWARDED") ForwardedHeader forwardedHeader,
        @DefaultValue("true") boolean requireTls,
        @DefaultValue("UNIFORM") DenialDetail denialDetail,
        @DefaultValue("LIST") Unannotated unannotated,
        @DefaultValue List<String> unannotatedAllowed,
        @DefaultValue("false") boolean hideCredentials,
        @Nullable Duration clockSkew,
        @Nullable DataSize bodyBudget,
        @Nullable Duration bodyReadTimeout,
        @Nullable String failureThrottle,
        @Nullable String requestIdHeader) {

    /**
     * Where API keys are kept.
     *
     * @param file the JSON file of the default store
     * @param files the JSON files of named stores, by name
     */
    public record ApiKeys(@Nullable Path file, @DefaultValue Map<String, Path> files) {}
}
