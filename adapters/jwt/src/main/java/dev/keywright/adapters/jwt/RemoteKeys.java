package dev.keywright.adapters.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import dev.keywright.runtime.key.KeyStore.Health;
import dev.keywright.runtime.token.TokenStoreException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keys from a URL. They are asked for when they are first needed, when they have become old, and when a token names one that
 * is not among them, but never more often than an interval allows. While the URL does not answer, the keys that are known
 * serve on for a while; after that nothing is verified.
 */
final class RemoteKeys implements KeySource {

    private static final System.Logger LOG = System.getLogger("dev.keywright");

    /**
     * How keys are kept.
     *
     * @param fresh for how long they are not asked for again
     * @param stale for how long after that they still serve while the URL does not answer
     * @param interval the least time between two questions; after a failure a tenth of it
     */
    record Times(Duration fresh, Duration stale, Duration interval) {}

    private record Fetched(VerificationKeys keys, long atMillis) {}

    private final URI uri;
    private final Fetcher fetcher;
    private final Set<JWSAlgorithm> algorithms;
    private final Times times;
    private final InstantSource clock;
    private final ReentrantLock asking = new ReentrantLock();

    private volatile @Nullable Fetched fetched;
    private volatile long nextMillis = Long.MIN_VALUE;
    private volatile boolean failing;

    RemoteKeys(URI uri, Fetcher fetcher, Set<JWSAlgorithm> algorithms, Times times, InstantSource clock) {
        this.uri = uri;
        this.fetcher = fetcher;
        this.algorithms = algorithms;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public VerificationKeys current() throws TokenStoreException {
        Fetched known = fetched;
        if (known != null && clock.millis() < known.atMillis() + times.fresh().toMillis()) {
            return known.keys();
        }
        // Whoever has keys that still serve does not wait behind the one who asks for newer ones.
        if (usable() == null) {
            asking.lock();
            askAndUnlock(known);
        } else if (asking.tryLock()) {
            askAndUnlock(known);
        }
        return usableOrThrow();
    }

    @Override
    public VerificationKeys after(VerificationKeys seen) throws TokenStoreException {
        Fetched known = fetched;
        if (known == null || known.keys() != seen) {
            return usableOrThrow();
        }
        // Nobody waits behind the one who asks: whoever sends tokens with made-up keys must not pile up threads.
        if (!asking.tryLock()) {
            throw new TokenStoreException(Messages.unavailable());
        }
        askAndUnlock(known);
        if (failing) {
            throw new TokenStoreException(Messages.unavailable());
        }
        return usableOrThrow();
    }

    /** Asks, unless somebody else has in the meantime, or it is too soon. */
    private void askAndUnlock(@Nullable Fetched known) {
        try {
            long now = clock.millis();
            if (fetched != known || now < nextMillis) {
                return;
            }
            nextMillis = now + times.interval().toMillis() / 10;
            fetched = new Fetched(VerificationKeys.parse(fetcher.fetch(uri), algorithms), now);
            nextMillis = now + times.interval().toMillis();
            if (failing) {
                LOG.log(System.Logger.Level.INFO, Messages.available(uri));
            }
            failing = false;
        } catch (FetchException | IllegalArgumentException e) {
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, Messages.fetchFailed(uri, String.valueOf(e.getMessage())));
            }
            failing = true;
        } finally {
            asking.unlock();
        }
    }

    private @Nullable VerificationKeys usable() {
        Fetched known = fetched;
        return known == null
                        || clock.millis()
                                >= known.atMillis()
                                        + times.fresh().toMillis()
                                        + times.stale().toMillis()
                ? null
                : known.keys();
    }

    private VerificationKeys usableOrThrow() throws TokenStoreException {
        VerificationKeys keys = usable();
        if (keys == null) {
            throw new TokenStoreException(Messages.unavailable());
        }
        return keys;
    }

    /** Asks again while the last answer was none: a node that is out of rotation gets no token that would make it ask. */
    @Override
    public Health health() {
        if (failing && asking.tryLock()) {
            askAndUnlock(fetched);
        }
        return failing ? Health.DOWN : Health.UP;
    }
}
