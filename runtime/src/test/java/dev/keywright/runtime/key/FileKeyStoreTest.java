package dev.keywright.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileKeyStoreTest {

    private static final String DIGEST = "sha256:" + "ab".repeat(32);

    @TempDir
    private Path directory;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
    private final InstantSource clock = now::get;
    private Path file;

    @BeforeEach
    void place() {
        file = directory.resolve("keys.json");
    }

    private FileKeyStore open() throws KeyStoreException {
        return FileKeyStore.open(file, clock, FileKeyStore.DEFAULT_MAX_STALE);
    }

    private void write(String content) throws IOException {
        Files.writeString(file, content);
    }

    private static String file(String keys) {
        return "{\"version\": 1, \"keys\": [" + keys + "]}";
    }

    private static String key(String id, String more) {
        return "{\"id\": \"" + id + "\", \"digest\": \"" + DIGEST + "\", \"owner\": \"acme\"" + more + "}";
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
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
                .notBefore(now.get())
                .expires(now.get().plusSeconds(60))
                .networks(List.of("10.0.0.0/8", "2001:db8::/32"))
                .limits("10 per second; 100 per hour")
                .labels(java.util.Map.of("team", "x"))
                .build();
        store.put(record);
        KeyRecord read = open().findById("a");
        assertThat(read).usingRecursiveComparison().isEqualTo(record);
        store.put(record.toBuilder().revoked(now.get()).build());
        assertThat(open().findById("a").revoked()).isEqualTo(now.get());
        store.remove("a");
        assertThat(open().records()).isEmpty();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
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
}
