package dev.keywright.runtime;

import dev.keywright.runtime.audit.AuditSink;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.body.BodyBudget;
import dev.keywright.runtime.key.KeyHasher;
import dev.keywright.runtime.key.KeyStore;
import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.secret.Secrets;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * One application's keys, secrets, limits and clock; what every guard is built with. Make one at the start and close it at
 * the end. Safe for use by many threads.
 */
public final class Keywright implements AutoCloseable {

    private Keywright(Builder builder) {}

    /** Starts a configuration in which nothing is admitted yet: no keys, secrets from the environment. */
    public static Builder builder() {
        return new Builder();
    }

    /** Begins the check of one exchange. Called by generated guards. */
    public Attempt attempt(EndpointPolicy policy, Exchange exchange) {
        return new Attempt(policy);
    }

    /**
     * The refusal of an exchange that reached a handler without being admitted for it, or a handler without annotations
     * where the application refuses those. Audited. Called by adapters.
     *
     * @param endpoint the handler's name for reports
     */
    public Denied refuseUnguarded(String endpoint, Exchange exchange) {
        throw new IllegalStateException(endpoint);
    }

    /** The process-wide budget for captured bodies. */
    public BodyBudget bodyBudget() {
        throw new IllegalStateException();
    }

    /** How long reading a body may take. */
    public Duration bodyReadTimeout() {
        throw new IllegalStateException();
    }

    /** Whether adapters remove the headers that carry credentials before the handler sees the request. */
    public boolean hideCredentials() {
        return false;
    }

    /** How often each outcome occurred since the start. */
    public Map<Reason, Long> outcomes() {
        return Map.of();
    }

    /** {@code DOWN} when a key store is. */
    public KeyStore.Health health() {
        return KeyStore.Health.UP;
    }

    /** Ends background work. Key stores that were handed in stay open. */
    @Override
    public void close() {}

    /** Collects a configuration. Not safe for use by many threads. */
    public static final class Builder {

        private Builder() {}

        /** The default key store. */
        public Builder keyStore(KeyStore store) {
            return this;
        }

        /** A key store by name, for {@code @ApiKeyProtected(store = "partners")}. */
        public Builder keyStore(String name, KeyStore store) {
            return this;
        }

        /** How the secrets of keys were digested; plain SHA-256 unless said otherwise. */
        public Builder keyHasher(KeyHasher hasher) {
            return this;
        }

        /** Where secrets for signatures are found; the environment unless said otherwise. */
        public Builder secrets(Secrets secrets) {
            return this;
        }

        /** Where used nonces are remembered; in memory unless said otherwise. */
        public Builder nonceStore(NonceStore store) {
            return this;
        }

        /** The clock; the system's unless said otherwise. With a clock of your own the limits follow it too. */
        public Builder clock(InstantSource clock) {
            return this;
        }

        /** Who takes audit events; {@code System.Logger} "dev.keywright.audit" unless said otherwise. */
        public Builder auditSink(AuditSink sink) {
            return this;
        }

        /**
         * The origins under which clients know this application, as {@code https://api.shop.example}. A signature must be
         * for one of them. Without any, only signatures for a loopback authority are accepted.
         */
        public Builder publicOrigins(URI... origins) {
            return this;
        }

        /** The networks (CIDR) of proxies whose forwarding headers count, and which headers these set. */
        public Builder trustedProxies(ForwardedHeader header, String... networks) {
            return this;
        }

        /** Which connections are answered; {@link TransportPolicy#TLS_REQUIRED} unless said otherwise. */
        public Builder transport(TransportPolicy policy) {
            return this;
        }

        /** How much refused callers are told; {@link DenialDetail#UNIFORM} unless said otherwise. */
        public Builder denialDetail(DenialDetail detail) {
            return this;
        }

        /** Whether handlers are kept from seeing credentials; false unless said otherwise. */
        public Builder hideCredentials(boolean hide) {
            return this;
        }

        /** How far a signer's clock may be ahead; 30 seconds unless said otherwise. */
        public Builder clockSkew(Duration forward) {
            return this;
        }

        /** How many bytes of captured bodies the process holds at most; 64 MiB unless said otherwise. */
        public Builder bodyBudget(long bytes) {
            return this;
        }

        /** How long reading a body may take; 10 seconds unless said otherwise. */
        public Builder bodyReadTimeout(Duration timeout) {
            return this;
        }

        /**
         * How many failed attempts one address group may make, in the grammar of {@code @RateLimited}; beyond it failures
         * are answered with 429. {@code "20 per minute"} unless said otherwise.
         */
        public Builder failureThrottle(String limits) {
            return this;
        }

        /** Lets anyone guess as fast as they like. */
        public Builder withoutFailureThrottle() {
            return this;
        }

        /** How many addresses have counters of their own; 100,000 unless said otherwise. */
        public Builder trackedAddresses(int count) {
            return this;
        }

        /** The header that carries the request id in answers; {@code X-Request-Id} unless said otherwise. */
        public Builder requestIdHeader(String name) {
            return this;
        }

        /**
         * Makes the configuration.
         *
         * @throws IllegalArgumentException when a part does not follow its grammar
         */
        public Keywright build() {
            return new Keywright(this);
        }
    }
}
