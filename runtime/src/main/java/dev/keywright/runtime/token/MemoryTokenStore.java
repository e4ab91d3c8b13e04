package dev.keywright.runtime.token;

import dev.keywright.runtime.token.TokenRecord.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Tokens in this process's memory, for one node; they end with the process. Each owner has a quota. A full store first lets
 * go of what has expired, and issues nothing more when that is not enough.
 */
public final class MemoryTokenStore implements TokenStore {

    /** Tokens that one owner may have at once, used refresh tokens included, unless said otherwise. */
    public static final int DEFAULT_QUOTA = 1_000;

    /** Tokens of all owners together, unless said otherwise. */
    public static final int DEFAULT_CAPACITY = 100_000;

    private static final long SWEEP_MILLIS = 1_000;

    private final int quota;
    private final int capacity;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong nextSweep = new AtomicLong(Long.MIN_VALUE);

    /** For requests, which read without a lock. Changed under the lock of the owner alone. */
    private final ConcurrentHashMap<String, Stored> byId = new ConcurrentHashMap<>();

    /** What each owner has; computing an entry is the lock over all that the owner has. */
    private final ConcurrentHashMap<String, Holdings> owners = new ConcurrentHashMap<>();

    /** Whose each family is. */
    private final ConcurrentHashMap<String, String> families = new ConcurrentHashMap<>();

    /** A store with the default sizes. */
    public MemoryTokenStore() {
        this(DEFAULT_QUOTA, DEFAULT_CAPACITY);
    }

    /**
     * A store.
     *
     * @param quotaPerOwner tokens that one owner may have at once, used refresh tokens included
     * @param capacity tokens of all owners together
     */
    public MemoryTokenStore(int quotaPerOwner, int capacity) {
        if (quotaPerOwner <= 0 || capacity <= 0) {
            throw new IllegalArgumentException(TokenMessages.badQuota());
        }
        this.quota = quotaPerOwner;
        this.capacity = capacity;
    }

    @Override
    public boolean save(List<TokenRecord> tokens, long nowMillis) throws TokenStoreException {
        TokenRecord first = firstOfOneFamily(tokens);
        refuseKnown(tokens);
        sweepIfFull(tokens.size(), nowMillis);
        return locked(first.owner(), Boolean.FALSE, held -> held.add(tokens, nowMillis));
    }

    @Override
    public @Nullable Stored find(String id) {
        return byId.get(id);
    }

    @Override
    public Rotation rotate(String refreshId, List<TokenRecord> successors, long nowMillis) throws TokenStoreException {
        TokenRecord first = firstOfOneFamily(successors);
        refuseKnown(successors);
        sweepIfFull(successors.size(), nowMillis);
        return locked(first.owner(), Rotation.GONE, held -> held.rotate(refreshId, successors, nowMillis));
    }

    @Override
    public boolean revoke(String id) {
        Stored known = byId.get(id);
        return known != null && locked(known.record().owner(), Boolean.FALSE, held -> held.remove(known.record()));
    }

    @Override
    public int revokeFamily(String family) {
        String owner = families.get(family);
        return owner == null ? 0 : locked(owner, 0, held -> held.removeFamily(family));
    }

    @Override
    public int revokeOwner(String owner) {
        return locked(owner, 0, Holdings::removeAll);
    }

    /** How many tokens are held. */
    public int size() {
        return count.get();
    }

    private static TokenRecord firstOfOneFamily(List<TokenRecord> tokens) {
        TokenRecord first = tokens.isEmpty() ? null : tokens.get(0);
        for (TokenRecord token : tokens) {
            if (first == null
                    || !token.owner().equals(first.owner())
                    || !token.family().equals(first.family())) {
                first = null;
            }
        }
        if (first == null) {
            throw new IllegalArgumentException(TokenMessages.notOneFamily());
        }
        return first;
    }

    private void refuseKnown(List<TokenRecord> tokens) throws TokenStoreException {
        for (TokenRecord token : tokens) {
            if (byId.containsKey(token.id())) {
                throw new TokenStoreException(TokenMessages.knownId());
            }
        }
    }

    private void sweepIfFull(int more, long nowMillis) {
        long next = nextSweep.get();
        if (count.get() + more > capacity
                && nowMillis >= next
                && nextSweep.compareAndSet(next, nowMillis + SWEEP_MILLIS)) {
            for (String owner : owners.keySet()) {
                locked(owner, 0, held -> held.removeExpired(nowMillis));
            }
        }
    }

    /** What is done to one owner's tokens, by one thread at a time. */
    private interface Change<T> {
        T on(Holdings held);
    }

    private <T> T locked(String owner, T nothing, Change<T> change) {
        AtomicReference<T> result = new AtomicReference<>(nothing);
        owners.compute(owner, (name, known) -> {
            Holdings held = known == null ? new Holdings(name) : known;
            result.set(change.on(held));
            return held.size == 0 ? null : held;
        });
        return java.util.Objects.requireNonNull(result.get());
    }

    /** The tokens of one owner, by family. */
    private final class Holdings {

        private final String owner;
        private final Map<String, Map<String, Stored>> byFamily = new HashMap<>();
        private int size;

        Holdings(String owner) {
            this.owner = owner;
        }

        boolean add(List<TokenRecord> tokens, long nowMillis) {
            if (size + tokens.size() > quota) {
                removeExpired(nowMillis);
            }
            if (size + tokens.size() > quota || !reserve(tokens.size())) {
                return false;
            }
            for (TokenRecord token : tokens) {
                families.put(token.family(), owner);
                put(new Stored(token, false));
            }
            size += tokens.size();
            return true;
        }

        private boolean reserve(int more) {
            if (count.addAndGet(more) > capacity) {
                count.addAndGet(-more);
                return false;
            }
            return true;
        }

        private void put(Stored token) {
            TokenRecord record = token.record();
            byFamily.computeIfAbsent(record.family(), absent -> new HashMap<>()).put(record.id(), token);
            byId.put(record.id(), token);
        }

        Rotation rotate(String refreshId, List<TokenRecord> successors, long nowMillis) {
            String family = successors.get(0).family();
            Stored known = byFamily.getOrDefault(family, Map.of()).get(refreshId);
            if (known == null
                    || known.record().kind() != Kind.REFRESH
                    || known.record().expiresMillis() <= nowMillis) {
                return Rotation.GONE;
            }
            if (known.used()) {
                removeFamily(family);
                return Rotation.REUSED;
            }
            if (!add(successors, nowMillis)) {
                return Rotation.FULL;
            }
            put(new Stored(known.record(), true));
            return Rotation.ROTATED;
        }

        boolean remove(TokenRecord record) {
            Map<String, Stored> siblings = byFamily.get(record.family());
            if (siblings == null || siblings.remove(record.id()) == null) {
                return false;
            }
            byId.remove(record.id());
            if (siblings.isEmpty()) {
                byFamily.remove(record.family());
                families.remove(record.family());
            }
            size--;
            count.decrementAndGet();
            return true;
        }

        int removeFamily(String family) {
            int removed = 0;
            for (Stored token :
                    List.copyOf(byFamily.getOrDefault(family, Map.of()).values())) {
                removed += remove(token.record()) ? 1 : 0;
            }
            return removed;
        }

        int removeAll() {
            int removed = 0;
            for (String family : List.copyOf(byFamily.keySet())) {
                removed += removeFamily(family);
            }
            return removed;
        }

        int removeExpired(long nowMillis) {
            int removed = 0;
            for (Map<String, Stored> tokens : List.copyOf(byFamily.values())) {
                for (Stored token : List.copyOf(tokens.values())) {
                    boolean expired = token.record().expiresMillis() <= nowMillis;
                    removed += expired && remove(token.record()) ? 1 : 0;
                }
            }
            return removed;
        }
    }
}
