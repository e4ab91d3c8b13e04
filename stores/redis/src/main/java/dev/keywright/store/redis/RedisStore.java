package dev.keywright.store.redis;

import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.key.KeyStore.Health;
import dev.keywright.runtime.login.AttemptStore;
import dev.keywright.runtime.replay.NonceStore;
import dev.keywright.runtime.shared.SharedLimits;
import dev.keywright.runtime.shared.StoreUnavailableException;
import dev.keywright.runtime.token.TokenStore;
import io.lettuce.core.RedisURI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * State that several nodes share, in one Redis or Valkey server (5.0 or newer, alone or behind Sentinel; not a Cluster).
 *
 * <pre>{@code
 * RedisStore redis = RedisStore.at("rediss://keywright:…@redis.internal:6379").connect();
 * Keywright keywright = redis.configure(Keywright.builder()).keyStore(…).build();
 * }</pre>
 *
 * <p>While Redis does not answer, requests whose authentication needs it are refused with 503, and limits and locks are counted
 * by each node alone; both end by themselves when it is back. Redis must be told to evict nothing, and clocks of nodes and
 * servers must agree within five seconds. Redis replicates asynchronously: at a failover the last writes may be lost. For
 * nonces that opens nothing, since the promoted server is born anew; counts of limits and failed attempts may start again.
 * Safe for use by many threads. Close it after the {@code Keywright} that uses it.
 */
public final class RedisStore implements AutoCloseable {

    /** More than this nobody should share one server with. */
    static final int MOST_NODES = 100;

    private static final String POLICY = "maxmemory_policy";

    private final Line line;
    private final RedisNonces nonces;
    private final RedisLimits limits;
    private final RedisAttempts attempts;
    private final RedisTokens tokens;
    private final byte @Nullable [] accountKey;

    private RedisStore(Builder builder) {
        this.line = new Line(builder.uri, builder.timeout);
        try {
            check(line);
            this.accountKey = Names.derived(builder.nameSecret, "accounts");
            Names names = new Names(builder.prefix, builder.nameSecret);
            this.nonces = new RedisNonces(line, names, builder.noncesPerCredential);
            this.limits = new RedisLimits(line, names, builder.nodes);
            this.attempts = new RedisAttempts(line, names, builder.attemptNames);
            this.tokens = new RedisTokens(line, names, builder.tokensPerOwner);
            nonces.open(System.currentTimeMillis());
            limits.warmUp();
        } catch (RuntimeException e) {
            line.close();
            throw e;
        } catch (StoreUnavailableException e) {
            line.close();
            throw new RedisStartException(Messages.cannotConnect(line.server(), "no answer in time"));
        }
    }

    /**
     * Starts a configuration.
     *
     * @param uri {@code redis://}, {@code rediss://} (TLS), {@code redis-sentinel://} or {@code redis-socket://}
     * @throws IllegalArgumentException when it is no such URI; the message does not repeat it
     */
    public static Builder at(String uri) {
        return new Builder(uri);
    }

    /** Nonces of all nodes, for {@link Keywright.Builder#nonceStore}. */
    public NonceStore nonces() {
        return nonces;
    }

    /** Limits of all nodes, for {@link Keywright.Builder#sharedLimits}. */
    public SharedLimits limits() {
        return limits;
    }

    /** Failed log-ins of all nodes, counted by each node alone while Redis does not answer. */
    public AttemptStore attempts() {
        return attempts;
    }

    /** Tokens of all nodes. */
    public TokenStore tokens() {
        return tokens;
    }

    /**
     * Hands everything that nodes share to a configuration, but tokens, which are a {@code TokenService}'s. Where log-ins are
     * protected, the nodes must name accounts alike: by the secret for names, or by an account key of your own.
     */
    public Keywright.Builder configure(Keywright.Builder builder) {
        builder.nonceStore(nonces).sharedLimits(limits).attemptStore(attempts);
        return accountKey == null ? builder : builder.accountKey(accountKey);
    }

    /** {@code DOWN} while calls are not even tried. */
    public Health health() {
        return line.health();
    }

    @Override
    public void close() {
        line.close();
    }

    private static void check(Line line) throws StoreUnavailableException {
        Map<String, String> facts = new HashMap<>();
        for (String section : new String[] {"server", "replication", "memory"}) {
            info(line, section).lines().forEach(each -> {
                int colon = each.indexOf(':');
                if (colon > 0) {
                    facts.put(
                            each.substring(0, colon), each.substring(colon + 1).strip());
                }
            });
        }
        String version = facts.getOrDefault("redis_version", "0");
        if (version.matches("[0-4]\\..*|0")) {
            throw new RedisStartException(Messages.tooOld(line.server(), version));
        }
        String policy = facts.getOrDefault(POLICY, "unknown");
        if (!policy.equals("noeviction")) {
            throw new RedisStartException(Messages.policy(line.server(), policy));
        }
        if ("slave".equals(facts.get("role"))) {
            throw new RedisStartException(Messages.readOnly(line.server()));
        }
    }

    private static String info(Line line, String section) throws StoreUnavailableException {
        return line.ask(() -> line.await(line.commands().info(section)));
    }

    /** Collects a configuration. Not safe for use by many threads. */
    public static final class Builder {

        private static final Duration LONGEST = Duration.ofSeconds(5);
        private static final Duration SHORTEST = Duration.ofMillis(10);
        private static final int SHORTEST_SECRET = 32;

        private final RedisURI uri;
        private String prefix = "keywright";
        private Duration timeout = Duration.ofMillis(200);
        private int noncesPerCredential = 100_000;
        private int nodes = 1;
        private int tokensPerOwner = 1_000;
        private int attemptNames = 100_000;
        private byte[] nameSecret = new byte[0];

        private Builder(String uri) {
            try {
                this.uri = RedisURI.create(uri);
            } catch (RuntimeException e) {
                // Its message repeats the URI, and with it the password.
                throw new IllegalArgumentException(Messages.badUri());
            }
        }

        /** What every name in Redis starts with; {@code keywright} unless said otherwise. One per application. */
        public Builder prefix(String text) {
            if (!text.matches("[A-Za-z0-9._-]{1,64}")) {
                throw new IllegalArgumentException(Messages.badPrefix());
            }
            this.prefix = text;
            return this;
        }

        /** How long a command may take; 200 milliseconds unless said otherwise. */
        public Builder timeout(Duration duration) {
            if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(Messages.badTimeout());
            }
            this.timeout = duration;
            return this;
        }

        /** How many nonces one credential may have at once; 100,000 (about 10 MB) unless said otherwise. */
        public Builder noncesPerCredential(int quota) {
            this.noncesPerCredential = positive(quota);
            return this;
        }

        /** How many tokens one owner may have at once, used refresh tokens included; 1,000 unless said otherwise. */
        public Builder tokensPerOwner(int quota) {
            this.tokensPerOwner = positive(quota);
            return this;
        }

        /** How many names of accounts and addresses have counts of failed log-ins; 100,000 unless said otherwise. */
        public Builder attemptNames(int capacity) {
            this.attemptNames = positive(capacity);
            return this;
        }

        /**
         * How many nodes there are: while Redis does not answer each of them gives out that part of a limit. 1 unless said
         * otherwise, so that each gives out the whole limit. At most 100.
         */
        public Builder nodes(int count) {
            if (count < 1 || count > MOST_NODES) {
                throw new IllegalArgumentException(Messages.badNodes());
            }
            this.nodes = count;
            return this;
        }

        private static int positive(int number) {
            if (number <= 0) {
                throw new IllegalArgumentException(Messages.badQuota());
            }
            return number;
        }

        /**
         * A secret, the same on all nodes, under which names in Redis are digested, so that whoever reads Redis cannot guess
         * addresses and accounts back; plain SHA-256 unless said otherwise. At least 32 bytes of UTF-8.
         */
        public Builder nameSecret(String secret) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            if (bytes.length < SHORTEST_SECRET) {
                throw new IllegalArgumentException(Messages.shortNameSecret());
            }
            this.nameSecret = bytes;
            return this;
        }

        /**
         * Connects, and checks that the server keeps what it is given.
         *
         * @throws RedisStartException when it cannot be reached, evicts, is a replica, is too old or tells another time
         */
        public RedisStore connect() {
            return new RedisStore(this);
        }
    }
}
