package dev.keywright.runtime;

import dev.keywright.annotations.internal.grammar.LimitGrammar;
import dev.keywright.annotations.internal.grammar.Names;
import dev.keywright.runtime.account.LoginThrottle;
import dev.keywright.runtime.audit.AuditSink;
import dev.keywright.runtime.audit.LoggerAuditSink;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.body.BodyBudget;
import dev.keywright.runtime.key.KeyHasher;
import dev.keywright.runtime.key.KeyStore;
import dev.keywright.runtime.key.LastUses;
import dev.keywright.runtime.limit.AddressLimit;
import dev.keywright.runtime.limit.AddressLimits;
import dev.keywright.runtime.limit.LimitFactory;
import dev.keywright.runtime.limit.OwnLimits;
import dev.keywright.runtime.limit.RateTime;
import dev.keywright.runtime.login.AttemptStore;
import dev.keywright.runtime.login.MemoryAttemptStore;
import dev.keywright.runtime.net.Cidr;
import dev.keywright.runtime.net.Forwarding;
import dev.keywright.runtime.replay.MemoryNonceStore;
import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.scheme.Authorities;
import dev.keywright.runtime.scheme.Origin;
import dev.keywright.runtime.secret.SecretValue;
import dev.keywright.runtime.secret.Secrets;
import dev.keywright.runtime.shared.SharedLimits;
import dev.keywright.runtime.token.BearerVerifier;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * One application's keys, secrets, limits and clock; what every guard is built with. Make one at the start and close it at
 * the end. Safe for use by many threads.
 */
public final class Keywright implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("dev.keywright");
    private static final EndpointPolicy UNGUARDED =
            EndpointPolicy.of("(no guard)").build();

    private final Map<String, KeyStore> keyStores;
    private final Map<String, LastUses> lastUses;
    final KeyHasher keyHasher;
    final SecretSets secretSets;
    final NonceStore nonceStore;
    private final InstantSource clock;
    final Endings endings;
    final Authorities authorities;
    private final boolean knowsOrigins;
    final Forwarding forwarding;
    final boolean trustedProxies;
    final TransportPolicy transport;
    final DenialDetail denialDetail;
    private final boolean hideCredentials;
    final long forwardMillis;
    private final BodyBudget bodyBudget;
    private final Duration bodyReadTimeout;
    final String requestIdHeader;
    final LimitFactory limitFactory;
    final AddressLimits addressLimits;
    final OwnLimits ownLimits;
    private final Map<String, BearerVerifier> bearerVerifiers;
    private final AttemptStore attemptStore;
    private final @Nullable SecretKey accountKey;

    private final Map<EndpointPolicy, EndpointPlan> plans = new ConcurrentHashMap<>();
    private final AtomicBoolean originsNoticed = new AtomicBoolean();
    private volatile boolean strangersNoticed;

    private Keywright(Builder builder) {
        this.keyStores = Map.copyOf(builder.keyStores);
        this.keyHasher = builder.keyHasher;
        this.secretSets = new SecretSets(builder.secrets);
        this.clock = builder.clock == null ? InstantSource.system() : builder.clock;
        this.lastUses = LastUses.of(keyStores, clock, builder.lastUseInterval);
        this.limitFactory = new LimitFactory(
                builder.clock == null ? RateTime.monotonic() : RateTime.of(builder.clock), builder.sharedLimits);
        this.nonceStore = builder.nonceStore == null
                ? MemoryNonceStore.bornNow(clock, MemoryNonceStore.DEFAULT_QUOTA)
                : builder.nonceStore;
        this.authorities = new Authorities(List.copyOf(builder.origins));
        this.knowsOrigins = !builder.origins.isEmpty();
        this.trustedProxies = !builder.proxies.isEmpty();
        this.forwarding = new Forwarding(builder.forwardedHeader == ForwardedHeader.FORWARDED, builder.proxies);
        this.transport = builder.transport;
        this.denialDetail = builder.denialDetail;
        this.hideCredentials = builder.hideCredentials;
        this.forwardMillis = builder.clockSkew.toMillis();
        this.bodyBudget = new BodyBudget(builder.bodyBudgetBytes);
        this.bodyReadTimeout = builder.bodyReadTimeout;
        this.requestIdHeader = builder.requestIdHeader;
        this.addressLimits = new AddressLimits(builder.trackedAddresses, limitFactory);
        this.ownLimits = new OwnLimits(limitFactory);
        this.bearerVerifiers = Map.copyOf(builder.bearerVerifiers);
        this.attemptStore = builder.attemptStore;
        this.accountKey = accountKey(builder);
        // A table of its own: whoever fails a lot must not push counters of limits into sharing.
        AddressLimit failureThrottle = builder.failureThrottle == null
                ? null
                : new AddressLimits(builder.trackedAddresses, limitFactory)
                        .limit("failures", "failures", builder.failureThrottle);
        this.endings = new Endings(builder.auditSink, clock, failureThrottle, builder.observer);
    }

    /** A key of this process, unless counts are shared: then only a configured one names accounts alike on every node. */
    private static @Nullable SecretKey accountKey(Builder builder) {
        byte[] key = builder.accountKey;
        if (key == null && builder.attemptStore.isShared()) {
            key = builder.secrets.find(Builder.ACCOUNT_KEY).stream()
                    .map(SecretValue::bytes)
                    .filter(bytes -> bytes.length >= Builder.SHORTEST_ACCOUNT_KEY)
                    .findFirst()
                    .orElse(null);
        } else if (key == null) {
            key = new byte[Builder.SHORTEST_ACCOUNT_KEY];
            new SecureRandom().nextBytes(key);
        }
        return key == null ? null : new SecretKeySpec(key, "HmacSHA256");
    }

    /** Starts a configuration in which nothing is admitted yet: no keys, secrets from the environment. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins the check of one exchange. Called by generated guards.
     *
     * @throws StartRefusedException when the policy needs a store or a secret that is not configured
     */
    public Attempt attempt(EndpointPolicy policy, Exchange exchange) {
        if (exchange instanceof Probe probe) {
            throw probe.found(this);
        }
        EndpointPlan plan = plan(policy);
        if (!plan.problems.isEmpty()) {
            throw new StartRefusedException(plan.problems);
        }
        return new Attempt(this, plan, exchange);
    }

    /**
     * The refusal of an exchange that reached a handler without being admitted for it, or a handler without annotations
     * where the application refuses those: 403, audited with reason {@link Reason#UNGUARDED}. Called by adapters.
     *
     * @param endpoint the handler's name for reports
     */
    public Denied refuseUnguarded(String endpoint, Exchange exchange) {
        return endings.refuse(new Attempt(this, plan(UNGUARDED), exchange), Reason.UNGUARDED, 0, endpoint);
    }

    /** The process-wide budget for captured bodies. */
    public BodyBudget bodyBudget() {
        return bodyBudget;
    }

    /** How long reading a body may take. */
    public Duration bodyReadTimeout() {
        return bodyReadTimeout;
    }

    /** Whether adapters remove the headers that carry credentials before the handler sees the request. */
    public boolean hideCredentials() {
        return hideCredentials;
    }

    /** How often each outcome of a check occurred since the start. */
    public Map<Reason, Long> outcomes() {
        return endings.outcomes();
    }

    /** How the handlers of admitted exchanges ended, as far as adapters told. */
    public Map<Outcome, Long> handlerOutcomes() {
        return endings.handlerOutcomes();
    }

    /** {@code DOWN} when a key store, a bearer verifier or the store of nonces is: when somebody must be refused with 503. */
    public KeyStore.Health health() {
        boolean down = stores().entrySet().stream()
                .anyMatch(store -> store.getValue() == KeyStore.Health.DOWN
                        && !store.getKey().equals("limits"));
        return down ? KeyStore.Health.DOWN : KeyStore.Health.UP;
    }

    /**
     * How each store is, by name: {@code keys} and {@code keys.<store>}, {@code bearer} and {@code bearer.<verifier>},
     * {@code nonces}, {@code limits}; the last is {@code DOWN} while each node counts alone.
     */
    public Map<String, KeyStore.Health> stores() {
        Map<String, KeyStore.Health> all = new TreeMap<>();
        keyStores.forEach((name, store) -> all.put(name.isEmpty() ? "keys" : "keys." + name, store.health()));
        bearerVerifiers.forEach(
                (name, verifier) -> all.put(name.isEmpty() ? "bearer" : "bearer." + name, verifier.health()));
        all.put("nonces", nonceStore.health());
        SharedLimits shared = limitFactory.shared();
        all.put("limits", shared == null ? KeyStore.Health.UP : shared.health());
        return all;
    }

    /** Forgets what it holds of secrets, and tells key stores of last uses. Key stores that were handed in stay open. */
    @Override
    public void close() {
        lastUses.values().forEach(LastUses::close);
        plans.clear();
        secretSets.clear();
    }

    EndpointPlan plan(EndpointPolicy policy) {
        EndpointPlan known = plans.get(policy);
        return known != null ? known : plans.computeIfAbsent(policy, absent -> new EndpointPlan(this, absent));
    }

    @Nullable
    KeyStore keyStore(String name) {
        return keyStores.get(name);
    }

    @Nullable
    BearerVerifier bearerVerifier(String name) {
        return bearerVerifiers.get(name);
    }

    /** What counts the failed log-ins of an endpoint; null when nodes share counts but no key to name accounts with. */
    @Nullable
    LoginThrottle loginThrottle(String endpoint, LoginPolicy policy) {
        return accountKey == null ? null : new LoginThrottle(attemptStore, accountKey, endpoint, policy.failures());
    }

    /** Notes the uses of a store's keys; null where it does not keep them. */
    @Nullable
    LastUses lastUses(String store) {
        return lastUses.get(store);
    }

    void noticeOrigins(String endpoint) {
        if (!knowsOrigins && originsNoticed.compareAndSet(false, true)) {
            LOG.log(System.Logger.Level.WARNING, Messages.noOrigins(endpoint));
        }
    }

    /** Warns once about forwarding headers from strangers; looked for in plain requests and in some of the others. */
    void noticeStrangersForwarding(Exchange exchange) {
        if (strangersNoticed
                || (exchange.secure() && (ThreadLocalRandom.current().nextInt() & 63) != 0)) {
            return;
        }
        if (!forwarding.trusts(exchange.peer()) && Forwarding.isForwarded(exchange::headers)) {
            strangersNoticed = true;
            LOG.log(System.Logger.Level.WARNING, Messages.forwardingFromStrangers());
        }
    }

    long nowMillis() {
        return clock.millis();
    }

    /** Collects a configuration. Not safe for use by many threads. */
    public static final class Builder {

        private static final int HEAP_BYTES_PER_ADDRESS = 4_096;
        private static final int MOST_ORIGINS = 16;
        private static final Duration LONGEST = Duration.ofDays(1);
        private static final int SHORTEST_ACCOUNT_KEY = 32;
        private static final String ACCOUNT_KEY = "account-key";

        private final Map<String, KeyStore> keyStores = new HashMap<>();
        private final Set<Origin> origins = new LinkedHashSet<>();
        private KeyHasher keyHasher = KeyHasher.sha256();
        private Duration lastUseInterval = Duration.ofMinutes(1);
        private Secrets secrets = Secrets.environment();
        private @Nullable NonceStore nonceStore;
        private final Map<String, BearerVerifier> bearerVerifiers = new HashMap<>();
        private AttemptStore attemptStore = new MemoryAttemptStore();
        private byte @Nullable [] accountKey;
        private @Nullable SharedLimits sharedLimits;
        private @Nullable InstantSource clock;
        private @Nullable GuardObserver observer;
        private AuditSink auditSink = new LoggerAuditSink(false);
        private List<Cidr> proxies = List.of();
        private ForwardedHeader forwardedHeader = ForwardedHeader.X_FORWARDED;
        private TransportPolicy transport = TransportPolicy.TLS_REQUIRED;
        private DenialDetail denialDetail = DenialDetail.UNIFORM;
        private boolean hideCredentials;
        private Duration clockSkew = Duration.ofSeconds(30);
        private long bodyBudgetBytes = 64L << 20;
        private Duration bodyReadTimeout = Duration.ofSeconds(10);
        private @Nullable String failureThrottle = "20 per minute";
        private int trackedAddresses =
                (int) Math.min(100_000, Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_ADDRESS);
        private String requestIdHeader = "X-Request-Id";

        private Builder() {}

        /** The default key store. */
        public Builder keyStore(KeyStore store) {
            keyStores.put("", store);
            return this;
        }

        /** A key store by name, for {@code @ApiKeyProtected(store = "partners")}. */
        public Builder keyStore(String name, KeyStore store) {
            Names.checkStore(name);
            keyStores.put(name, store);
            return this;
        }

        /** How the secrets of keys were digested; plain SHA-256 unless said otherwise. */
        public Builder keyHasher(KeyHasher hasher) {
            this.keyHasher = hasher;
            return this;
        }

        /** Who verifies bearer tokens, for {@code @BearerProtected}: a {@code TokenService}, say. */
        public Builder bearerVerifier(BearerVerifier verifier) {
            bearerVerifiers.put("", verifier);
            return this;
        }

        /** Who verifies bearer tokens, by name, for {@code @BearerProtected(verifier = "partners")}. */
        public Builder bearerVerifier(String name, BearerVerifier verifier) {
            Names.checkStore(name);
            bearerVerifiers.put(name, verifier);
            return this;
        }

        /** Where failed log-ins are counted; in memory unless said otherwise. */
        public Builder attemptStore(AttemptStore store) {
            this.attemptStore = store;
            return this;
        }

        /**
         * The key under which accounts are named where failed log-ins are counted; one of this process alone unless said
         * otherwise. Nodes that count together need the same one: this, or the secret {@code account-key}.
         *
         * @param key at least 32 random bytes; copied
         */
        public Builder accountKey(byte[] key) {
            if (key.length < SHORTEST_ACCOUNT_KEY) {
                throw new IllegalArgumentException(Messages.shortAccountKey(key.length));
            }
            this.accountKey = key.clone();
            return this;
        }

        /**
         * How often key stores are told which keys were used; one minute unless said otherwise, zero for never. Times of last
         * use are as coarse.
         */
        public Builder lastUseInterval(Duration interval) {
            boolean tooShort = !interval.isZero() && interval.compareTo(Duration.ofSeconds(1)) < 0;
            if (tooShort || interval.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(Messages.badLastUseInterval());
            }
            this.lastUseInterval = interval;
            return this;
        }

        /** Where secrets for signatures are found; the environment unless said otherwise. */
        public Builder secrets(Secrets secrets) {
            this.secrets = secrets;
            return this;
        }

        /** Where used nonces are remembered; in memory unless said otherwise. */
        public Builder nonceStore(NonceStore store) {
            this.nonceStore = store;
            return this;
        }

        /**
         * Where several nodes count rate limits, and failed attempts, together; each process by itself unless said
         * otherwise, and while the store does not answer.
         */
        public Builder sharedLimits(SharedLimits limits) {
            this.sharedLimits = limits;
            return this;
        }

        /** The clock; the system's unless said otherwise. With a clock of your own the limits follow it too. */
        public Builder clock(InstantSource clock) {
            this.clock = clock;
            return this;
        }

        /** Who watches every check, for metrics; nobody unless said otherwise. */
        public Builder observer(GuardObserver watcher) {
            this.observer = watcher;
            return this;
        }

        /** Who takes audit events; {@code System.Logger} "dev.keywright.audit" unless said otherwise. */
        public Builder auditSink(AuditSink sink) {
            this.auditSink = sink;
            return this;
        }

        /**
         * The origins under which clients know this application, as {@code https://api.shop.example}. A signature must be
         * for one of them. Without any, only signatures for a loopback authority are accepted.
         */
        public Builder publicOrigins(URI... origins) {
            for (URI origin : origins) {
                this.origins.add(Origins.read(origin));
            }
            if (this.origins.size() > MOST_ORIGINS) {
                throw new IllegalArgumentException(Messages.tooManyOrigins());
            }
            return this;
        }

        /** The networks (CIDR) of proxies whose forwarding headers count, and which headers these set. */
        public Builder trustedProxies(ForwardedHeader header, String... networks) {
            this.forwardedHeader = header;
            this.proxies = java.util.Arrays.stream(networks).map(Cidr::parse).toList();
            return this;
        }

        /** Which connections are answered; {@link TransportPolicy#TLS_REQUIRED} unless said otherwise. */
        public Builder transport(TransportPolicy policy) {
            this.transport = policy;
            return this;
        }

        /** How much refused callers are told; {@link DenialDetail#UNIFORM} unless said otherwise. */
        public Builder denialDetail(DenialDetail detail) {
            this.denialDetail = detail;
            return this;
        }

        /** Whether handlers are kept from seeing credentials; false unless said otherwise. */
        public Builder hideCredentials(boolean hide) {
            this.hideCredentials = hide;
            return this;
        }

        /** How far a signer's clock may be ahead; 30 seconds unless said otherwise. */
        public Builder clockSkew(Duration forward) {
            if (forward.isNegative() || forward.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(Messages.badDuration("The clock skew"));
            }
            this.clockSkew = forward;
            return this;
        }

        /** How many bytes of captured bodies the process holds at most; 64 MiB unless said otherwise. */
        public Builder bodyBudget(long bytes) {
            this.bodyBudgetBytes = bytes;
            return this;
        }

        /** How long reading a body may take; 10 seconds unless said otherwise. */
        public Builder bodyReadTimeout(Duration timeout) {
            if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(Messages.badDuration("The body read timeout"));
            }
            this.bodyReadTimeout = timeout;
            return this;
        }

        /**
         * How many failed attempts one address group may make, in the grammar of {@code @RateLimited}; beyond it failures
         * are answered with 429. {@code "20 per minute"} unless said otherwise.
         */
        public Builder failureThrottle(String limits) {
            LimitGrammar.parse(limits);
            this.failureThrottle = limits;
            return this;
        }

        /** Lets anyone guess as fast as they like. */
        public Builder withoutFailureThrottle() {
            this.failureThrottle = null;
            return this;
        }

        /**
         * How many counters of addresses there are of their own, for limits and again for failed attempts; 100,000 unless
         * said otherwise, and one for each 4 KiB of a heap that is smaller than 400 MiB. One takes about 650 bytes.
         */
        public Builder trackedAddresses(int count) {
            this.trackedAddresses = Math.max(1, count);
            return this;
        }

        /** The header that carries the request id in answers; {@code X-Request-Id} unless said otherwise. */
        public Builder requestIdHeader(String name) {
            Names.checkHeader(name);
            this.requestIdHeader = name;
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
