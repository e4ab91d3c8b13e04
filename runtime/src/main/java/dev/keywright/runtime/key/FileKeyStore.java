package dev.keywright.runtime.key;

import dev.keywright.runtime.digest.Digests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys in a JSON file of digests, up to 100,000 of them. The file is read again when its content changes, looked at once a
 * second at most, every ten seconds if it is large. A file that turns bad keeps the last good state and the store's health
 * {@link Health#DOWN}; after {@code maxStale} the store does not answer any more. Time is counted by a clock that nobody sets.
 *
 * <p>Changes are written to a new file that takes the old one's place, under a lock that threads and processes of one machine
 * respect. A file that everyone may write is a bad file. Times of last use go to a file beside it. Safe for use by many threads.
 */
public final class FileKeyStore implements WritableKeyStore, LastUseKeeper {

    /** How long the last good state is used, unless said otherwise. */
    public static final Duration DEFAULT_MAX_STALE = Duration.ofMinutes(5);
    /** How many keys a file holds at most. */
    public static final int MOST_KEYS = 100_000;

    private static final System.Logger LOG = System.getLogger("dev.keywright.keys");
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_AT_LARGE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int LARGE = 1 << 20;
    private static final int LARGEST = 64 << 20;

    /** One state of the file. */
    private record State(Map<String, KeyRecord> byId, Map<String, KeyRecord> foreign, byte[] contentDigest) {}

    private final Path path;
    private final KeyFile file;
    private final LastUseFile lastUses;
    private final LongSupplier nanos;
    private final long maxStaleNanos;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile State state;
    private volatile long lookedAt;
    private volatile long lookEvery = LOOK_NANOS;
    private volatile long badSince;
    private volatile @Nullable String trouble;

    private FileKeyStore(Path path, LongSupplier nanos, Duration maxStale) throws KeyStoreException {
        this.path = path;
        this.file = new KeyFile(path, LARGEST);
        this.lastUses = new LastUseFile(file);
        this.nanos = nanos;
        this.maxStaleNanos = maxStale.toNanos();
        this.state = parse(file.read());
        this.lookedAt = nanos.getAsLong();
        if (FilePermissions.isReadByAll(path)) {
            LOG.log(System.Logger.Level.WARNING, KeyMessages.readByAll(path.toString()));
        }
    }

    /**
     * Opens a key file.
     *
     * @throws KeyStoreException when it is missing or broken; the message names the file and the place, and no digest
     */
    public static FileKeyStore open(Path file) throws KeyStoreException {
        return open(file, DEFAULT_MAX_STALE);
    }

    /** As {@link #open(Path)}, with a time for which a file that turned bad is borne. */
    public static FileKeyStore open(Path file, Duration maxStale) throws KeyStoreException {
        return open(file, System::nanoTime, maxStale);
    }

    static FileKeyStore open(Path file, LongSupplier nanos, Duration maxStale) throws KeyStoreException {
        return new FileKeyStore(file, nanos, maxStale);
    }

    /** Writes a new key file without any key. Fails when there is a file already. */
    public static void createEmpty(Path file) throws IOException {
        new KeyFile(file, LARGEST).create(KeyFileFormat.write(List.of()));
    }

    @Override
    public @Nullable KeyRecord findById(String id) throws KeyStoreException {
        KeyRecord found = current().byId().get(id);
        return found == null || found.foreign() ? null : found;
    }

    @Override
    public @Nullable KeyRecord findByDigest(String digest) throws KeyStoreException {
        return current().foreign().get(digest);
    }

    @Override
    public boolean holdsForeignKeys() {
        return !state.foreign().isEmpty();
    }

    @Override
    public Health health() {
        try {
            current();
        } catch (KeyStoreException e) {
            return Health.DOWN;
        }
        return trouble == null ? Health.UP : Health.DOWN;
    }

    /** All records of the last good state. */
    public Collection<KeyRecord> records() {
        return state.byId().values();
    }

    @Override
    public @Nullable KeyEntry find(String id) throws KeyStoreException {
        KeyRecord record = parse(file.read()).byId().get(id);
        return record == null ? null : new KeyEntry(record, lastUses.read().get(id));
    }

    @Override
    public List<KeyEntry> list(KeyQuery query) throws KeyStoreException {
        return Pages.of(parse(file.read()).byId().values(), lastUses.read(), query);
    }

    /** Adds or replaces the record of a key, and writes the file. */
    public void put(KeyRecord record) throws KeyStoreException {
        try {
            change(keys -> {
                if (keys.find(record.id()) == null) {
                    keys.add(record);
                } else {
                    keys.replace(record);
                }
                return record;
            });
        } catch (KeyRefusedException e) {
            throw new KeyStoreException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Forgets a key, and writes the file. To keep it on record, revoke it instead. */
    public void remove(String id) throws KeyStoreException {
        try {
            change(keys -> keys.remove(id));
        } catch (KeyRefusedException e) {
            throw new KeyStoreException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public synchronized <T> T change(Change<T> change) throws KeyStoreException, KeyRefusedException {
        return file.inTurn(() -> {
            State before = parse(file.read());
            RecordEdits edits = new RecordEdits(before.byId(), MOST_KEYS);
            T result = change.apply(edits);
            if (!edits.edits().isEmpty()) {
                Map<String, KeyRecord> after = new HashMap<>(before.byId());
                edits.edits().forEach((id, record) -> {
                    if (record == null) {
                        after.remove(id);
                    } else {
                        after.put(id, record);
                    }
                });
                byte[] content = KeyFileFormat.write(after.values());
                if (content.length > LARGEST) {
                    throw new KeyRefusedException(
                            KeyRefusedException.Why.STORE_FULL,
                            KeyMessages.storeFull(before.byId().size()));
                }
                State fresh = parse(content);
                file.replace(content);
                accept(fresh);
            }
            return result;
        });
    }

    @Override
    public void keepLastUses(Map<String, Instant> fresh) throws KeyStoreException {
        try {
            file.inTurn(() -> {
                Map<String, Instant> times = new HashMap<>(lastUses.read());
                fresh.forEach((id, time) -> times.merge(id, time, (one, other) -> one.isAfter(other) ? one : other));
                times.keySet().retainAll(state.byId().keySet());
                lastUses.write(times);
                return times;
            });
        } catch (KeyRefusedException e) {
            throw new KeyStoreException(KeyMessages.lastUsesNotWritten(path.toString()), e);
        }
    }

    private State current() throws KeyStoreException {
        long now = nanos.getAsLong();
        if (now - lookedAt >= lookEvery && looking.compareAndSet(false, true)) {
            try {
                look(now);
            } finally {
                looking.set(false);
            }
        }
        if (trouble != null && now - badSince >= maxStaleNanos) {
            throw new KeyStoreException(KeyMessages.staleFile(path.toString()));
        }
        return state;
    }

    private void look(long now) {
        lookedAt = now;
        try {
            byte[] content = file.read();
            lookEvery = content.length > LARGE ? LOOK_AT_LARGE_NANOS : LOOK_NANOS;
            if (!Digests.areEqual(Digests.sha256().digest(content), state.contentDigest())) {
                accept(parse(content));
                LOG.log(System.Logger.Level.INFO, () -> "The key file " + path + " has changed and was read again.");
            } else if (trouble != null) {
                accept(state);
            }
        } catch (KeyStoreException e) {
            if (trouble == null) {
                badSince = now;
                LOG.log(System.Logger.Level.ERROR, e::getMessage);
            }
            trouble = e.getMessage();
        }
    }

    private void accept(State fresh) {
        state = fresh;
        trouble = null;
    }

    private State parse(byte[] content) throws KeyStoreException {
        Map<String, KeyRecord> byId = KeyFileFormat.read(path.toString(), content);
        Map<String, KeyRecord> foreign = new HashMap<>();
        for (KeyRecord record : byId.values()) {
            if (record.foreign()) {
                foreign.put(record.digest(), record);
            }
        }
        return new State(Map.copyOf(byId), Map.copyOf(foreign), Digests.sha256().digest(content));
    }

    @Override
    public String toString() {
        return "FileKeyStore[" + path + "]";
    }
}
