package dev.keywright.runtime.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keys in a JSON file of digests. The file is read again when its content changes, looked at once a second at most, every ten seconds if it is large. A file
 * that turns bad keeps the last good state and the store's health {@link Health#DOWN}; after {@code maxStale} the store does
 * not answer any more. Changes are written to a new file that takes the old one's place. Safe for use by many threads; several
 * processes may read one file, one at a time may write it.
 */
public final class FileKeyStore implements KeyStore {

    /** How long the last good state is used, unless said otherwise. */
    public static final Duration DEFAULT_MAX_STALE = Duration.ofMinutes(5);

    private static final System.Logger LOG = System.getLogger("dev.keywright.keys");
    private static final long LOOK_MILLIS = 1_000;
    private static final long LOOK_AT_LARGE_MILLIS = 10_000;
    private static final int LARGE = 1 << 20;
    private static final long LARGEST_FILE = 64L << 20;

    /** One state of the file. */
    private record State(Map<String, KeyRecord> byId, Map<String, KeyRecord> foreign, byte[] contentDigest) {}

    private final Path file;
    private final InstantSource clock;
    private final long maxStaleMillis;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile State state;
    private volatile long nextLookMillis;
    private volatile long goodUntilMillis = Long.MAX_VALUE;
    private volatile @Nullable String trouble;

    private FileKeyStore(Path file, InstantSource clock, Duration maxStale) throws KeyStoreException {
        this.file = file;
        this.clock = clock;
        this.maxStaleMillis = maxStale.toMillis();
        this.state = read();
        this.nextLookMillis = clock.millis() + LOOK_MILLIS;
    }

    /**
     * Opens a key file.
     *
     * @throws KeyStoreException when it is missing or broken; the message names the file and the place, and no digest
     */
    public static FileKeyStore open(Path file) throws KeyStoreException {
        return open(file, InstantSource.system(), DEFAULT_MAX_STALE);
    }

    /** As {@link #open(Path)}, with a clock and a time for which a file that turned bad is borne. */
    public static FileKeyStore open(Path file, InstantSource clock, Duration maxStale) throws KeyStoreException {
        return new FileKeyStore(file, clock, maxStale);
    }

    /** Writes a new key file without any key. Fails when there is a file already. */
    public static void createEmpty(Path file) throws IOException {
        Files.write(file, KeyFileFormat.write(List.of(), List.of()), StandardOpenOption.CREATE_NEW);
        restrict(file);
    }

    @Override
    public @Nullable KeyRecord findById(String id) throws KeyStoreException {
        return current().byId().get(id);
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
        List<KeyRecord> all = new ArrayList<>(state.byId().values());
        all.addAll(state.foreign().values());
        return all;
    }

    /** Adds or replaces the record of a key in Keywright's format, and writes the file. */
    public void put(KeyRecord record) throws KeyStoreException {
        change(keys -> {
            keys.put(record.id(), record);
            return keys;
        });
    }

    /** Forgets a key in Keywright's format, and writes the file. To keep it on record, put it back revoked. */
    public void remove(String id) throws KeyStoreException {
        change(keys -> {
            keys.remove(id);
            return keys;
        });
    }

    private synchronized void change(UnaryOperator<Map<String, KeyRecord>> edit) throws KeyStoreException {
        State before = read();
        Map<String, KeyRecord> keys = edit.apply(new HashMap<>(before.byId()));
        byte[] content = KeyFileFormat.write(keys.values(), before.foreign().values());
        try {
            replace(content);
        } catch (IOException e) {
            throw new KeyStoreException(KeyMessages.brokenFile(file.toString(), "it cannot be written"), e);
        }
        accept(read());
    }

    /** Writes beside the file, forces it to the disk and renames it, so that a reader sees the old content or the new. */
    private void replace(byte[] content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(directory, ".keywright", ".tmp");
        try {
            restrict(fresh);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            try {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                throw new IOException("The file system cannot replace a file atomically.", e);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void restrict(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private State current() throws KeyStoreException {
        long now = clock.millis();
        if (now >= nextLookMillis && looking.compareAndSet(false, true)) {
            try {
                look(now);
            } finally {
                looking.set(false);
            }
        }
        if (now >= goodUntilMillis) {
            throw new KeyStoreException(KeyMessages.staleFile(file.toString()));
        }
        return state;
    }

    private void look(long now) {
        nextLookMillis = now + LOOK_MILLIS;
        try {
            byte[] content = content();
            if (content.length > LARGE) {
                nextLookMillis = now + LOOK_AT_LARGE_MILLIS;
            }
            if (!MessageDigest.isEqual(sha256(content), state.contentDigest())) {
                accept(parse(content));
                LOG.log(System.Logger.Level.INFO, () -> "The key file " + file + " has changed and was read again.");
            } else if (trouble != null) {
                accept(state);
            }
        } catch (KeyStoreException e) {
            if (trouble == null) {
                goodUntilMillis = now + maxStaleMillis;
                LOG.log(System.Logger.Level.ERROR, e::getMessage);
            }
            trouble = e.getMessage();
        }
    }

    private void accept(State fresh) {
        state = fresh;
        trouble = null;
        goodUntilMillis = Long.MAX_VALUE;
    }

    private State read() throws KeyStoreException {
        return parse(content());
    }

    private byte[] content() throws KeyStoreException {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new KeyStoreException(KeyMessages.brokenFile(file.toString(), "it is larger than 64 MiB"));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new KeyStoreException(KeyMessages.brokenFile(file.toString(), "it cannot be read"), e);
        }
    }

    private State parse(byte[] content) throws KeyStoreException {
        Map<String, KeyRecord> byId = new HashMap<>();
        Map<String, KeyRecord> foreign = new HashMap<>();
        KeyFileFormat.read(file.toString(), content, (record, isForeign) -> {
            if (isForeign) {
                foreign.put(record.digest(), record);
            } else {
                byId.put(record.id(), record);
            }
        });
        return new State(Map.copyOf(byId), Map.copyOf(foreign), sha256(content));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "FileKeyStore[" + file + "]";
    }
}
