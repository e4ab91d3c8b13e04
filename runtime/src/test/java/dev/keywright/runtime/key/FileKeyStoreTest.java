package dev.keywright.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileKeyStoreTest {

    private static final String DIGEST = "sha256:" + "ab".repeat(32);

    @TempDir
    private Path directory;

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000); // about to overflow, as it may
    private Path file;

    @BeforeEach
    void place() {
        file = directory.resolve("keys.json");
    }

    private FileKeyStore open() throws KeyStoreException {
        return FileKeyStore.open(file, nanos::get, FileKeyStore.DEFAULT_MAX_STALE);
    }

    private void write(String content) throws IOException {
        Files.writeString(file, content);
    }

    private static String file(String keys) {
        return "{\"version\": 1, \"keys\": [" + keys + "]}";
    }

    private static KeyRecord record(String id) {
        return KeyRecord.of(id, KeyHasher.sha256().digest(id), "acme").build();
    }

    private static String key(String id, String more) {
        return "{\"id\": \"" + id + "\", \"digest\": \"" + DIGEST + "\", \"owner\": \"acme\"" + more + "}";
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void refusesABrokenFileAndNamesThePlaceWithoutItsContent() throws Exception {
        assertBroken("", "line 1");
        assertBroken("[]", "must be a JSON object");
        assertBroken("{\"version\": 1, \"keys\": [" + key("a", ""), "not well-formed JSON");
        assertBroken(file(key("a", "")) + "x", "not well-formed JSON");
        assertBroken("{\"version\": 2, \"keys\": []}", "\"version\" must be 1");
        assertBroken("{\"keys\": []}", "needs the members");
        assertBroken(file(key("a", ", \"expire\": \"2027-01-01T00:00:00Z\"")), "not known");
        assertBroken(file(key("a", ", \"expires\": \"tomorrow\"")), "\"expires\" must be a time");
        assertBroken(
                file(key("a", ", \"expires\": \"2027-01-01T00:00:00Z\", \"expires\": \"2028-01-01T00:00:00Z\"")),
                "not well-formed JSON");
        assertBroken(file(key("a", "") + "," + key("a", "")), "Two key records have the id 'a'");
        assertBroken(file(key("a", "") + "," + key("b", "")), "have the same digest");
        assertBroken(file(key("a", ", \"created\": 1")), "\"created\" must be a string");
        assertBroken(file(key("a", ", \"labels\": {\"x\": {}}")), "\"labels\" must be a string");
        assertBroken("[".repeat(100_000), "must be a JSON object");
        assertBroken("{\"version\":1,\"keys\":" + "[".repeat(100_000), "must be an object");
        assertBroken(file(key("a", ", \"limits\": \"-5 per minute\"")), "admits no call");
        assertBroken(file(key("a", ", \"networks\": [\"10.0.0.1/8\"]")), "beyond its prefix");
        assertBroken(file(key("a", ", \"scopes\": [\"Orders\"]")), "is not a scope");
        assertBroken(
                file("{\"id\": \"a\", \"digest\": \"plain-secret-key\", \"owner\": \"acme\"}"),
                "The digest of key 'a'");
    }

    private void assertBroken(String content, String why) throws IOException {
        write(content);
        assertThatExceptionOfType(KeyStoreException.class)
                .isThrownBy(this::open)
                .withMessageContaining("keys.json")
                .withMessageContaining(why)
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain("abab").doesNotContain("plain-secret-key"));
    }

    @Test
    void refusesAMissingFile() {
        assertThatExceptionOfType(KeyStoreException.class)
                .isThrownBy(this::open)
                .withMessageContaining("cannot be read");
    }

    @Test
    void readsAChangedFileAgain() throws Exception {
        write(file(key("a", "")));
        FileKeyStore store = open();
        assertThat(store.findById("a")).isNotNull();
        write(file(key("b", "")));
        pass(Duration.ofSeconds(1));
        assertThat(store.findById("a")).isNull();
        assertThat(store.findById("b")).isNotNull();
    }

    @Test
    void keepsTheLastGoodStateOfAFileThatTurnsBadButNotForEver() throws Exception {
        write(file(key("a", "")));
        FileKeyStore store = open();
        write("{broken");
        pass(Duration.ofSeconds(2));
        assertThat(store.findById("a")).isNotNull();
        assertThat(store.health()).isEqualTo(KeyStore.Health.DOWN);
        pass(Duration.ofSeconds(299));
        assertThat(store.findById("a")).isNotNull();
        pass(Duration.ofSeconds(1));
        assertThatExceptionOfType(KeyStoreException.class).isThrownBy(() -> store.findById("a"));
        write(file(key("a", "")));
        pass(Duration.ofSeconds(1));
        assertThat(store.findById("a")).isNotNull();
        assertThat(store.health()).isEqualTo(KeyStore.Health.UP);
    }

    @Test
    void writesByReplacementAndReadsBackWhatItWrote() throws Exception {
        FileKeyStore.createEmpty(file);
        FileKeyStore store = open();
        KeyRecord record = KeyRecord.of("a", DIGEST, "Acme \"Ltd\"")
                .scopes("orders:*", "stock:read")
                .notBefore(NOW)
                .expires(NOW.plusSeconds(60))
                .networks(List.of("10.0.0.0/8", "2001:db8::/32"))
                .limits("10 per second; 100 per hour")
                .labels(java.util.Map.of("team", "x"))
                .build();
        store.put(record);
        KeyRecord read = open().findById("a");
        assertThat(read).usingRecursiveComparison().isEqualTo(record);
        store.put(record.toBuilder().revoked(NOW).build());
        assertThat(open().findById("a").revoked()).isEqualTo(NOW);
        store.remove("a");
        assertThat(open().records()).isEmpty();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(file, directory.resolve(".keys.json.lock"));
        }
        assertThatExceptionOfType(java.nio.file.FileAlreadyExistsException.class)
                .isThrownBy(() -> FileKeyStore.createEmpty(file));
    }

    @Test
    void findsForeignKeysByDigestOnly() throws Exception {
        write(file(key("partner", ", \"foreign\": true")));
        FileKeyStore store = open();
        assertThat(store.holdsForeignKeys()).isTrue();
        assertThat(store.findById("partner")).isNull();
        assertThat(store.findByDigest(DIGEST)).isNotNull();
    }

    /** Every state in which a write that was cut off, or a careless editor, may leave a file. */
    @Test
    void keepsTheLastGoodStateWhateverIsLeftOfTheFile() throws Exception {
        FileKeyStore.createEmpty(file);
        FileKeyStore store = open();
        for (String id : List.of("a", "b", "c")) {
            store.put(record(id));
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length - 1; length += 7) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertKept(store);
        }
        for (int length = 1; length < whole.length - 1; length += 31) {
            byte[] torn = whole.clone();
            java.util.Arrays.fill(torn, length, whole.length, (byte) 0);
            Files.write(file, torn);
            assertKept(store);
        }
        assertThat(file).doesNotExist();
        assertKept(store);
        Files.createDirectory(file);
        assertKept(store);
        write(new String(whole, StandardCharsets.UTF_8).repeat(2));
        assertKept(store);
        write(file(key("a", "") + "," + key("a", "")));
        assertKept(store);
        Files.write(file, whole);
        pass(Duration.ofSeconds(1));
        assertThat(store.health()).isEqualTo(KeyStore.Health.UP);
    }

    private void assertKept(FileKeyStore store) throws KeyStoreException {
        pass(Duration.ofSeconds(1));
        assertThat(store.findById("a")).isNotNull();
        assertThat(store.health()).isEqualTo(KeyStore.Health.DOWN);
        assertThatExceptionOfType(KeyStoreException.class).isThrownBy(() -> store.put(record("d")));
        pass(Duration.ofMinutes(6));
        assertThatExceptionOfType(KeyStoreException.class).isThrownBy(() -> store.findById("a"));
        recover(store);
    }

    /** By a good file, which is gone again afterwards. */
    private void recover(FileKeyStore store) throws KeyStoreException {
        byte[] good = KeyFileFormat.write(List.of(record("a"), record("b"), record("c")));
        try {
            if (Files.isDirectory(file)) {
                Files.delete(file);
            }
            Files.write(file, good);
            pass(Duration.ofSeconds(1));
            assertThat(store.findById("a")).isNotNull();
            Files.delete(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void refusesAFileThatIsTooLargeWithoutReadingItWhole() throws Exception {
        FileKeyStore.createEmpty(file);
        FileKeyStore store = open();
        store.put(record("a"));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(20L << 30);
        }
        pass(Duration.ofSeconds(1));
        assertThat(store.findById("a")).isNotNull();
        assertThat(store.health()).isEqualTo(KeyStore.Health.DOWN);
        assertThatExceptionOfType(KeyStoreException.class)
                .isThrownBy(this::open)
                .withMessageContaining("larger than 64 MiB");
    }

    @Test
    void holdsAHundredThousandKeysAndNoMore() throws Exception {
        List<KeyRecord> many = new ArrayList<>();
        for (int i = 0; i < FileKeyStore.MOST_KEYS; i++) {
            many.add(record("k" + i));
        }
        Files.write(file, KeyFileFormat.write(many));
        FileKeyStore store = open();
        assertThat(store.records()).hasSize(FileKeyStore.MOST_KEYS);
        assertThatExceptionOfType(KeyStoreException.class)
                .isThrownBy(() -> store.put(record("more")))
                .withMessageContaining("100000 keys");
        many.add(record("more"));
        Files.write(file, KeyFileFormat.write(many));
        assertThatExceptionOfType(KeyStoreException.class)
                .isThrownBy(this::open)
                .withMessageContaining("more than 100000 keys");
    }

    @Test
    void refusesAFileThatEveryoneMayWrite() throws Exception {
        assumePosix();
        FileKeyStore.createEmpty(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        FileKeyStore store = open();
        store.put(record("a"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThatExceptionOfType(KeyStoreException.class)
                .isThrownBy(this::open)
                .withMessageContaining("everyone may write it");
        pass(Duration.ofSeconds(1));
        assertThat(store.health()).isEqualTo(KeyStore.Health.DOWN);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        pass(Duration.ofSeconds(1));
        assertThat(store.health()).isEqualTo(KeyStore.Health.UP);
    }

    @Test
    void aChangeKeepsWhoMayReadTheFile() throws Exception {
        assumePosix();
        FileKeyStore.createEmpty(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        open().put(record("a"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void aSymbolicLinkIsFollowedAndStaysOne() throws Exception {
        assumePosix();
        Path mounted = Files.createDirectory(directory.resolve("..data"));
        Path target = mounted.resolve("keys.json");
        FileKeyStore.createEmpty(target);
        Files.createSymbolicLink(file, Path.of("..data", "keys.json"));
        FileKeyStore store = open();
        store.put(record("a"));
        assertThat(Files.isSymbolicLink(file)).isTrue();
        assertThat(FileKeyStore.open(target).records()).hasSize(1);
        // As a mounted secret changes: another folder is put in place.
        Path next = Files.createDirectory(directory.resolve("..next"));
        Files.write(next.resolve("keys.json"), KeyFileFormat.write(List.of(record("b"))));
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("..next", "keys.json"));
        pass(Duration.ofSeconds(1));
        assertThat(store.findById("a")).isNull();
        assertThat(store.findById("b")).isNotNull();
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("keys.json"));
        pass(Duration.ofSeconds(1));
        assertThat(store.findById("b")).isNotNull();
        assertThat(store.health()).isEqualTo(KeyStore.Health.DOWN);
    }

    @Test
    void whatAWriterThatDiedLeftIsNoTrap() throws Exception {
        assumePosix();
        FileKeyStore.createEmpty(file);
        Path victim = Files.writeString(directory.resolve("victim"), "stays");
        Files.createSymbolicLink(directory.resolve(".keys.json.new"), victim);
        FileKeyStore store = open();
        store.put(record("a"));
        assertThat(victim).hasContent("stays");
        Files.writeString(directory.resolve(".keys.json.new"), "half");
        store.put(record("b"));
        assertThat(open().records()).hasSize(2);
        assertThat(directory.resolve(".keys.json.new")).doesNotExist();
    }

    @Test
    void aLockThatIsALinkIsNotFollowed() throws Exception {
        assumePosix();
        FileKeyStore.createEmpty(file);
        Files.createSymbolicLink(directory.resolve(".keys.json.lock"), directory.resolve("elsewhere"));
        FileKeyStore store = open();
        assertThatExceptionOfType(KeyStoreException.class)
                .isThrownBy(() -> store.put(record("a")))
                .withMessageContaining("lock");
        assertThat(directory.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void timesOfLastUseThatCannotBeReadCountAsNone() throws Exception {
        FileKeyStore.createEmpty(file);
        FileKeyStore store = open();
        store.put(record("a"));
        byte[] keys = Files.readAllBytes(file);
        Path used = directory.resolve("keys.json.used");
        for (String broken : List.of("", "{", "[]", "{\"a\": 1}", "{\"a\": \"soon\"}", "\u0000\u0001")) {
            Files.writeString(used, broken);
            assertThat(java.util.Objects.requireNonNull(store.find("a")).lastUsed())
                    .isNull();
            assertThat(store.health()).isEqualTo(KeyStore.Health.UP);
        }
        store.keepLastUses(java.util.Map.of("a", NOW, "gone", NOW));
        assertThat(java.util.Objects.requireNonNull(store.find("a")).lastUsed()).isEqualTo(NOW);
        assertThat(Files.readString(used)).doesNotContain("gone");
        assertThat(Files.readAllBytes(file)).isEqualTo(keys);
    }

    private void assumePosix() {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                FilePermissions.hasPosix(directory), "skipped: this file system knows no POSIX permissions");
    }
}
