package dev.keywright.runtime;

import dev.keywright.annotations.internal.grammar.LimitGrammar;
import dev.keywright.annotations.internal.grammar.Names;
import dev.keywright.runtime.audit.AuditSink;
import dev.keywright.runtime.audit.Auditor;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.body.BodyBudget;
import dev.keywright.runtime.key.KeyHasher;
import dev.keywright.runtime.key.KeyStore;
import dev.keywright.runtime.login.AttemptStore;
import dev.keywright.runtime.net.Cidr;
import dev.keywright.runtime.net.Forwarding;
import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.scheme.Authorities;
import dev.keywright.runtime.secret.Secrets;
import dev.keywright.runtime.shared.SharedLimits;
import dev.keywright.runtime.token.BearerVerifier;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One application's keys, secrets, limits and clock; what every guard is built with. Make one at the start and close it at
 * the end. Safe for use by many threads.
 */
public final class Keywright implements AutoCloseable {

    private static final EndpointPolicy UNGUARDED =
            EndpointPolicy.of("(no guard)").build();

    final Stores stores;
    final Accounts accounts;
    final KeyHasher keyHasher;
    final SecretSets secretSets;
    private final InstantSource clock;
    final Endings endings;
    private final StoreWatch storeWatch;
    final Authorities authorities;
    final Transport transport;
    final DenialDetail denialDetail;
    private final boolean hideCredentials;
    final long forwardMillis;
    private final BodyBudget bodyBudget;
    private final Duration bodyReadTimeout;
    final String requestIdHeader;
    final Limits limits;

    private final Map<EndpointPolicy, EndpointPlan> plans = new ConcurrentHashMap<>();
    private final AtomicBoolean originsNoticed = new AtomicBoolean();

    private Keywright(Settings settings) {
        this.keyHasher = settings.keyHasher;
        this.secretSets = new SecretSets(settings.secrets);
        this.clock = settings.clock == null ? InstantSource.system() : settings.clock;
        this.stores = new Stores(settings, clock);
        this.accounts = new Accounts(settings);
        this.limits = new Limits(settings, this::countedAlone);
        this.authorities = new Authorities(List.copyOf(settings.origins));
        this.transport = new Transport(
                settings.transport,
                new Forwarding(settings.forwardedHeader == ForwardedHeader.FORWARDED, settings.proxies));
        this.denialDetail = settings.denialDetail;
        this.hideCredentials = settings.hideCredentials;
        this.forwardMillis = settings.clockSkew.toMillis();
        this.bodyBudget = new BodyBudget(settings.bodyBudgetBytes);
        this.bodyReadTimeout = settings.bodyReadTimeout;
        this.requestIdHeader = settings.requestIdHeader;
        Auditor auditor = new Auditor(settings.auditSink);
        this.storeWatch = new StoreWatch(stores::all, auditor, clock);
        this.endings = Endings.of(settings, auditor, storeWatch, clock, limits.factory);
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
        return stores.health();
    }

    /**
     * How each store is, by name: {@code keys} and {@code keys.<store>}, {@code bearer} and {@code bearer.<verifier>},
     * {@code nonces}, {@code limits}; the last is {@code DOWN} while each node counts alone.
     */
    public Map<String, KeyStore.Health> stores() {
        Map<String, KeyStore.Health> states = stores.all();
        storeWatch.noticed(states);
        return states;
    }

    /** How often a limit that nodes count together was counted by this one alone. */
    public long limitsCountedAlone() {
        return limits.countedAlone();
    }

    private void countedAlone() {
        storeWatch.look();
    }

    /** Forgets what it holds of secrets, and tells key stores of last uses. Key stores that were handed in stay open. */
    @Override
    public void close() {
        stores.close();
        plans.clear();
        secretSets.clear();
    }

    EndpointPlan plan(EndpointPolicy policy) {
        EndpointPlan known = plans.get(policy);
        return known != null ? known : plans.computeIfAbsent(policy, absent -> new EndpointPlan(this, absent));
    }

    void noticeOrigins(String endpoint) {
        if (authorities.isEmpty() && originsNoticed.compareAndSet(false, true)) {
            Origins.warnOfNone(endpoint);
        }
    }

    long nowMillis() {
        return clock.millis();
    }

    /** Collects a configuration. Not safe for use by many threads. */
    public static final class Builder {

        private static final int MOST_ORIGINS = 16;
        private static final Duration LONGEST = Duration.ofDays(1);

        private final Settings settings = new Settings();

        private Builder() {}

        /** The default key store. */
        public Builder keyStore(KeyStore store) {
            settings.keyStores.put("", store);
            return this;
        }

        /** A key store by name, for {@code @ApiKeyProtected(store = "partners")}. */
        public Builder keyStore(String name, KeyStore store) {
            Names.checkStore(name);
            settings.keyStores.put(name, store);
            return this;
        }

        /** How the secrets of keys were digested; plain SHA-256 unless said otherwise. */
        public Builder keyHasher(KeyHasher hasher) {
            settings.keyHasher = hasher;
            return this;
        }

        /** Who verifies bearer tokens, for {@code @BearerProtected}: a {@code TokenService}, say. */
        public Builder bearerVerifier(BearerVerifier verifier) {
            settings.bearerVerifiers.put("", verifier);
            return this;
        }

        /** Who verifies bearer tokens, by name, for {@code @BearerProtected(verifier = "partners")}. */
        public Builder bearerVerifier(String name, BearerVerifier verifier) {
            Names.checkStore(name);
            settings.bearerVerifiers.put(name, verifier);
            return this;
        }

        /** Where failed log-ins are counted; in memory unless said otherwise. */
        public Builder attemptStore(AttemptStore store) {
            settings.attemptStore = store;
            return this;
        }

        /**
         * The key under which accounts are named where failed log-ins are counted; one of this process alone unless said
         * otherwise. Nodes that count together need the same one: this, or the secret {@code account-key}.
         *
         * @param key at least 32 random bytes; copied
         */
        public Builder accountKey(byte[] key) {
            if (key.length < Accounts.SHORTEST_KEY) {
                throw new IllegalArgumentException(Messages.shortAccountKey(key.length));
            }
            settings.accountKey = key.clone();
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
            settings.lastUseInterval = interval;
            return this;
        }

        /** Where secrets for signatures are found; the environment unless said otherwise. */
        public Builder secrets(Secrets secrets) {
            settings.secrets = secrets;
            return this;
        }

        /** Where used nonces are remembered; in memory unless said otherwise. */
        public Builder nonceStore(NonceStore store) {
            settings.nonceStore = store;
            return this;
        }

        /**
         * Where several nodes count rate limits, and failed attempts, together; each process by itself unless said
         * otherwise, and while the store does not answer.
         */
        public Builder sharedLimits(SharedLimits limits) {
            settings.sharedLimits = limits;
            return this;
        }

        /** The clock; the system's unless said otherwise. With a clock of your own the limits follow it too. */
        public Builder clock(InstantSource clock) {
            settings.clock = clock;
            return this;
        }

        /** Who watches every check, for metrics; nobody unless said otherwise. */
        public Builder observer(GuardObserver watcher) {
            settings.observer = watcher;
            return this;
        }

        /** Who takes audit events; {@code System.Logger} "dev.keywright.audit" unless said otherwise. */
        public Builder auditSink(AuditSink sink) {
            settings.auditSink = sink;
            return this;
        }

        /**
         * The origins under which clients know this application, as {@code https://api.shop.example}. A signature must be
         * for one of them. Without any, only signatures for a loopback authority are accepted.
         */
        public Builder publicOrigins(URI... origins) {
            for (URI origin : origins) {
                settings.origins.add(Origins.read(origin));
            }
            if (settings.origins.size() > MOST_ORIGINS) {
                throw new IllegalArgumentException(Messages.tooManyOrigins());
            }
            return this;
        }

        /** The networks (CIDR) of proxies whose forwarding headers count, and which headers these set. */
        public Builder trustedProxies(ForwardedHeader header, String... networks) {
            settings.forwardedHeader = header;
            settings.proxies =
                    java.util.Arrays.stream(networks).map(Cidr::parse).toList();
            return this;
        }

        /** Which connections are answered; {@link TransportPolicy#TLS_REQUIRED} unless said otherwise. */
        public Builder transport(TransportPolicy policy) {
            settings.transport = policy;
            return this;
        }

        /** How much refused callers are told; {@link DenialDetail#UNIFORM} unless said otherwise. */
        public Builder denialDetail(DenialDetail detail) {
            settings.denialDetail = detail;
            return this;
        }

        /** Whether handlers are kept from seeing credentials; false unless said otherwise. */
        public Builder hideCredentials(boolean hide) {
            settings.hideCredentials = hide;
            return this;
        }

        /** How far a signer's clock may be ahead; 30 seconds unless said otherwise. */
        public Builder clockSkew(Duration forward) {
            if (forward.isNegative() || forward.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(Messages.badDuration("The clock skew"));
            }
            settings.clockSkew = forward;
            return this;
        }

        /** How many bytes of captured bodies the process holds at most; 64 MiB unless said otherwise. */
        public Builder bodyBudget(long bytes) {
            settings.bodyBudgetBytes = bytes;
            return this;
        }

        /** How long reading a body may take; 10 seconds unless said otherwise. */
        public Builder bodyReadTimeout(Duration timeout) {
            if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(Messages.badDuration("The body read timeout"));
            }
            settings.bodyReadTimeout = timeout;
            return this;
        }

        /**
         * How many failed attempts one address group may make, in the grammar of {@code @RateLimited}; beyond it failures
         * are answered with 429. {@code "20 per minute"} unless said otherwise.
         */
        public Builder failureThrottle(String limits) {
            LimitGrammar.parse(limits);
            settings.failureThrottle = limits;
            return this;
        }

        /** Lets anyone guess as fast as they like. */
        public Builder withoutFailureThrottle() {
            settings.failureThrottle = null;
            return this;
        }

        /**
         * How many counters of addresses there are of their own, for limits and again for failed attempts; 100,000 unless
         * said otherwise, and one for each 4 KiB of a heap that is smaller than 400 MiB. One takes about 650 bytes.
         */
        public Builder trackedAddresses(int count) {
            settings.trackedAddresses = Math.max(1, count);
            return this;
        }

        /** The header that carries the request id in answers; {@code X-Request-Id} unless said otherwise. */
        public Builder requestIdHeader(String name) {
            Names.checkHeader(name);
            settings.requestIdHeader = name;
            return this;
        }

        /**
         * Makes the configuration.
         *
         * @throws IllegalArgumentException when a part does not follow its grammar
         */
        public Keywright build() {
            return new Keywright(settings);
        }
    }
}
