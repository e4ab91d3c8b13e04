package dev.keywright.runtime.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The bytes of a key file, or of a file beside it. Written by replacement: beside the file, forced to the disk, renamed, so that
 * a reader sees the old content or the new, whole. Where the path is a symbolic link, the file that it leads to is replaced,
 * not the link. Writers of all processes take turns by a lock on {@code .NAME.lock} beside the file; the operating system takes
 * the lock back from a process that died.
 */
final class KeyFile {

    private static final System.Logger LOG = System.getLogger("dev.keywright.keys");
    private static final long LOCK_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final String OWNER_ALONE = "rw-------";

    /**
     * The locks of the operating system count by process, and closing any handle of the lock file may give them back; so the
     * threads of this process take turns among themselves first. One entry for each key file ever written.
     */
    private static final Map<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

    private final Path path;
    private final int largest;

    /** A file of at most so many bytes. */
    KeyFile(Path path, int largest) {
        this.path = path;
        this.largest = largest;
    }

    /** The file beside this one in which times of last use are kept. */
    KeyFile beside(String suffix, int largestBytes) throws IOException {
        Path real = real();
        return new KeyFile(real.resolveSibling(real.getFileName() + suffix), largestBytes);
    }

    @Override
    public String toString() {
        return path.toString();
    }

    /** The whole content. */
    byte[] read() throws KeyStoreException {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new KeyStoreException(KeyMessages.brokenFile(toString(), "it is no regular file"));
            }
            FilePermissions.check(path);
            byte[] content;
            try (InputStream in = Files.newInputStream(path)) {
                content = in.readNBytes(largest + 1); // a size asked for before may have grown since
            }
            if (content.length > largest) {
                throw new KeyStoreException(
                        KeyMessages.brokenFile(toString(), "it is larger than " + (largest >> 20) + " MiB"));
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new KeyStoreException(KeyMessages.missingFile(toString()), e);
        } catch (IOException e) {
            throw new KeyStoreException(KeyMessages.brokenFile(toString(), "it cannot be read"), e);
        }
    }

    /** Makes a new file. Fails when there is one already. */
    void create(byte[] content) throws IOException {
        try (FileChannel channel = createNew(path)) {
            write(channel, content);
        }
    }

    /** Puts another content in the old one's place. */
    void replace(byte[] content) throws KeyStoreException {
        try {
            Path target = Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? real() : path;
            Path fresh = target.resolveSibling("." + target.getFileName() + ".new");
            Files.deleteIfExists(fresh); // of a writer that died
            try {
                try (FileChannel channel = createNew(fresh)) {
                    FilePermissions.copy(target, fresh);
                    write(channel, content);
                }
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
            forceFolder(target);
        } catch (AtomicMoveNotSupportedException e) {
            throw new KeyStoreException(
                    KeyMessages.brokenFile(toString(), "its file system cannot replace a file atomically"), e);
        } catch (IOException e) {
            throw new KeyStoreException(KeyMessages.brokenFile(toString(), "it cannot be written"), e);
        }
    }

    /** What is done while no other process writes. */
    interface Turn<T> {
        T take() throws KeyStoreException, KeyRefusedException;
    }

    /** Takes a turn once no other writer has the file; waits for at most ten seconds. */
    <T> T inTurn(Turn<T> turn) throws KeyStoreException, KeyRefusedException {
        long giveUp = System.nanoTime() + LOCK_NANOS;
        try {
            Path real = real();
            ReentrantLock threads = IN_PROCESS.computeIfAbsent(real, absent -> new ReentrantLock());
            if (!threads.tryLock(LOCK_NANOS, TimeUnit.NANOSECONDS)) {
                throw new KeyStoreException(KeyMessages.brokenFile(toString(), "somebody else writes it for too long"));
            }
            try (FileChannel channel = openLock(real.resolveSibling("." + real.getFileName() + ".lock"), real);
                    FileLock held = lock(channel, giveUp)) {
                return turn.take();
            } finally {
                threads.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyStoreException(KeyMessages.brokenFile(toString(), "waiting for its lock was interrupted"), e);
        } catch (IOException e) {
            throw new KeyStoreException(KeyMessages.brokenFile(toString(), "its lock cannot be taken"), e);
        }
    }

    /** The lock file stays: whoever removes one takes it from under a process that just opened it. */
    private static FileChannel openLock(Path lock, Path keys) throws IOException {
        if (!Files.exists(lock, LinkOption.NOFOLLOW_LINKS)) {
            try (FileChannel made = createNew(lock)) {
                FilePermissions.copy(keys, lock);
            } catch (FileAlreadyExistsException e) {
                return openLock(lock, keys); // another process was quicker
            }
        }
        return FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }

    /** In the order in which processes asked, as the operating system sees to; it knows no time limit, closing ends it. */
    private FileLock lock(FileChannel channel, long giveUp) throws IOException, KeyStoreException {
        FileLock free = channel.tryLock();
        if (free != null) {
            return free;
        }
        AtomicBoolean waiting = new AtomicBoolean(true);
        CompletableFuture.delayedExecutor(giveUp - System.nanoTime(), TimeUnit.NANOSECONDS)
                .execute(() -> {
                    if (waiting.compareAndSet(true, false)) {
                        close(channel);
                    }
                });
        try {
            FileLock lock = channel.lock();
            if (waiting.compareAndSet(true, false)) {
                return lock;
            }
        } catch (AsynchronousCloseException e) {
            if (waiting.compareAndSet(true, false)) {
                throw e; // not by us
            }
        }
        throw new KeyStoreException(KeyMessages.brokenFile(toString(), "another process writes it for too long"));
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A lock file did not close.", e);
        }
    }

    private Path real() throws IOException {
        return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    }

    /** With rights for nobody else from the first moment. */
    private static FileChannel createNew(Path file) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return FilePermissions.hasPosix(file)
                ? FileChannel.open(
                        file,
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ALONE)))
                : FileChannel.open(file, options);
    }

    private static void write(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }

    /** So that the renaming itself survives a power cut; not every system can. */
    private static void forceFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The folder of a key file cannot be forced to the disk.", e);
        }
    }
}
