package dev.keywright.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keywright.runtime.key.KeyAdministration;
import dev.keywright.runtime.key.KeyEntry;
import dev.keywright.runtime.key.KeyHasher;
import dev.keywright.runtime.key.KeyQuery;
import dev.keywright.runtime.key.KeyRecord;
import dev.keywright.runtime.key.KeyRefusedException;
import dev.keywright.runtime.key.KeyRefusedException.Why;
import dev.keywright.runtime.key.KeyStanding;
import dev.keywright.runtime.key.KeyStoreException;
import dev.keywright.runtime.key.LastUseKeeper;
import dev.keywright.runtime.key.NewApiKey;
import dev.keywright.runtime.key.Rotation;
import dev.keywright.runtime.key.WritableKeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link WritableKeyStore} does. Extend it with a store of your own. */
public abstract class KeyStoreContract {

    /** Texts that break what is put together from strings, or is not stored as it is. */
    private static final List<String> HOSTILE = List.of(
            "'; DROP TABLE keywright_key; --",
            "\" OR \"\"=\"",
            "a%' OR id LIKE '%",
            "x_y\\' UNION SELECT 1--",
            "${jndi:ldap://x}",
            "?",
            ":owner",
            "{\"owner\": \"x\"}",
            "Söhne & 株式会社 😀");

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /** An empty store. Called once in each test. */
    protected abstract WritableKeyStore store() throws Exception;

    /** A second look at the same store, as another process has it; the same object where there is nothing else. */
    protected WritableKeyStore elsewhere(WritableKeyStore store) throws Exception {
        return store;
    }

    private static KeyAdministration keys(WritableKeyStore store) {
        return KeyAdministration.of(store, "shop");
    }

    private static KeyRecord.Builder record(String id, String owner) {
        return KeyRecord.of(id, KeyHasher.sha256().digest("secret of " + id), owner);
    }

    private static void add(WritableKeyStore store, KeyRecord... records) throws Exception {
        store.change(keys -> {
            for (KeyRecord record : records) {
                keys.add(record);
            }
            return records;
        });
    }

    private static KeyRecord known(WritableKeyStore store, String id) throws KeyStoreException {
        return Objects.requireNonNull(store.find(id)).record();
    }

    private static void assertRefused(Why why, Callable<?> change) {
        assertThatExceptionOfType(KeyRefusedException.class)
                .isThrownBy(change::call)
                .satisfies(e -> assertThat(e.why()).isEqualTo(why));
    }

    @Test
    void whatWasNeverAddedIsNotFound() throws Exception {
        WritableKeyStore store = store();
        assertThat(store.find("a")).isNull();
        assertThat(store.findById("a")).isNull();
        assertThat(store.findById("a", new byte[32])).isNull();
        assertThat(store.findByDigest(KeyHasher.sha256().digest("a"))).isNull();
        assertThat(store.holdsForeignKeys()).isFalse();
        assertThat(store.list(KeyQuery.all())).isEmpty();
        assertThat(keys(store).remove("a")).isFalse();
        assertRefused(Why.UNKNOWN_ID, () -> keys(store).revoke("a"));
        assertRefused(Why.UNKNOWN_ID, () -> keys(store).rotate("a", Rotation.overlapping(Duration.ZERO)));
    }

    @Test
    void everyPartOfARecordComesBack() throws Exception {
        WritableKeyStore store = store();
        KeyRecord full = record("full", "Acme \"Ltd\"")
                .scopes("orders:*", "stock:read")
                .notBefore(NOW)
                .expires(NOW.plusSeconds(60))
                .revoked(NOW.minusMillis(1))
                .networks(List.of("10.0.0.0/8", "2001:db8::/32"))
                .limits("10 per second; 100 per hour")
                .labels(Map.of("team", "x y", "empty", "", "quote", "\"'\\,;=\t".strip()))
                .created(NOW.minusSeconds(1))
                .successor("next")
                .build();
        KeyRecord bare = record("bare", "x").build();
        add(store, full, bare);
        for (WritableKeyStore each : List.of(store, elsewhere(store))) {
            assertThat(each.findById("full")).usingRecursiveComparison().isEqualTo(full);
            assertThat(known(each, "full")).usingRecursiveComparison().isEqualTo(full);
            assertThat(known(each, "bare")).usingRecursiveComparison().isEqualTo(bare);
            assertThat(each.list(KeyQuery.all())).extracting(KeyEntry::record).hasSize(2);
        }
    }

    @Test
    void aGuardFindsTheRecordWhateverSecretIsPresented() throws Exception {
        WritableKeyStore store = store();
        NewApiKey made = keys(store).create("acme", record -> record);
        String id = made.record().id();
        byte[] right = java.util.HexFormat.of().parseHex(made.record().digest().substring("sha256:".length()));
        for (int i = 0; i < 3; i++) {
            assertThat(Objects.requireNonNull(store.findById(id, right)).owner())
                    .isEqualTo("acme");
            KeyRecord other = store.findById(id, new byte[32]);
            assertThat(other == null || !other.matches(KeyHasher.sha256(), new byte[32]))
                    .isTrue();
        }
    }

    @Test
    void aKnownIdOrDigestIsNeverOverwrittenByAnAddition() throws Exception {
        WritableKeyStore store = store();
        add(store, record("a", "acme").build());
        assertRefused(Why.DUPLICATE, () -> {
            add(store, record("a", "mallory").build());
            return null;
        });
        KeyRecord twin =
                KeyRecord.of("b", known(store, "a").digest(), "mallory").build();
        assertRefused(Why.DUPLICATE, () -> {
            add(store, twin);
            return null;
        });
        assertThat(known(store, "a").owner()).isEqualTo("acme");
        assertThat(store.find("b")).isNull();
    }

    @Test
    void nothingUnknownIsReplaced() throws Exception {
        WritableKeyStore store = store();
        assertRefused(
                Why.UNKNOWN_ID,
                () -> store.change(keys -> {
                    keys.replace(record("a", "acme").build());
                    return null;
                }));
        assertThat(store.find("a")).isNull();
    }

    @Test
    void aChangeThatFailsLeavesNothing() throws Exception {
        WritableKeyStore store = store();
        add(store, record("a", "acme").build(), record("b", "acme").build());
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> store.change(keys -> {
                    keys.add(record("c", "acme").build());
                    keys.replace(record("a", "other").build());
                    keys.remove("b");
                    throw new IllegalStateException("in the middle");
                }));
        assertThat(store.find("c")).isNull();
        assertThat(store.findById("c")).isNull();
        assertThat(known(store, "a").owner()).isEqualTo("acme");
        assertThat(store.find("b")).isNotNull();
        assertRefused(
                Why.DUPLICATE,
                () -> store.change(keys -> {
                    keys.add(record("d", "acme").build());
                    keys.add(record("a", "acme").build());
                    return null;
                }));
        assertThat(store.find("d")).isNull();
    }

    @Test
    void aChangeSeesWhatItDid() throws Exception {
        WritableKeyStore store = store();
        store.change(keys -> {
            keys.add(record("a", "acme").build());
            assertThat(Objects.requireNonNull(keys.find("a")).owner()).isEqualTo("acme");
            keys.replace(record("a", "other").build());
            assertThat(Objects.requireNonNull(keys.find("a")).owner()).isEqualTo("other");
            assertThat(keys.remove("a")).isTrue();
            assertThat(keys.find("a")).isNull();
            assertThat(keys.remove("a")).isFalse();
            return "done";
        });
        assertThat(store.find("a")).isNull();
    }

    @Test
    void whatChangedHoldsAtOnceForLookUps() throws Exception {
        WritableKeyStore store = store();
        NewApiKey made = keys(store).create("acme", record -> record);
        String id = made.record().id();
        byte[] digest = java.util.HexFormat.of().parseHex(made.record().digest().substring("sha256:".length()));
        assertThat(store.findById(id, digest)).isNotNull();
        keys(store).revoke(id);
        assertThat(Objects.requireNonNull(store.findById(id, digest)).revoked()).isNotNull();
        assertThat(Objects.requireNonNull(store.findById(id)).revoked()).isNotNull();
        assertThat(keys(store).remove(id)).isTrue();
        assertThat(store.findById(id, digest)).isNull();
        assertThat(store.findById(id)).isNull();
    }

    @Test
    void keysOfOtherFormatsAreFoundByTheirDigestOnly() throws Exception {
        WritableKeyStore store = store();
        String key = "pk-live-0123456789-abcdefghij";
        KeyRecord added = keys(store).addForeign("partner", key, "acme", record -> record.scopes("a:b"));
        add(store, record("ours", "acme").build());
        assertThat(store.holdsForeignKeys()).isTrue();
        assertThat(store.findById("partner")).isNull();
        assertThat(store.findByDigest(added.digest()))
                .usingRecursiveComparison()
                .isEqualTo(added);
        assertThat(store.findByDigest(KeyHasher.sha256().digest("secret of ours")))
                .isNull();
        assertThat(known(store, "partner").foreign()).isTrue();
        assertThat(Objects.requireNonNull(keys(store).identify(key)).record().id())
                .isEqualTo("partner");
        keys(store).revoke("partner");
        assertThat(Objects.requireNonNull(store.findByDigest(added.digest())).revoked())
                .isNotNull();
        keys(store).remove("partner");
        assertThat(store.findByDigest(added.digest())).isNull();
    }

    @Test
    void aRotatedKeyHasAnEndAndItsSuccessorIsValidBefore() throws Exception {
        WritableKeyStore store = store();
        NewApiKey old =
                keys(store).create("acme", record -> record.scopes("a:*").limits("5 per minute"));
        NewApiKey fresh = keys(store).rotate(old.record().id(), Rotation.overlapping(Duration.ofDays(1)));
        KeyRecord ended = known(store, old.record().id());
        KeyRecord successor = known(store, fresh.record().id());
        assertThat(ended.expires())
                .isNotNull()
                .isAfter(Instant.now())
                .isBefore(Instant.now().plusSeconds(86_401));
        assertThat(ended.successor()).isEqualTo(successor.id());
        assertThat(successor.standing(Instant.now())).isEqualTo(KeyStanding.VALID);
        assertThat(successor.scopes()).containsExactly("a:*");
        assertThat(successor.limits()).isEqualTo("5 per minute");
        assertThat(Objects.requireNonNull(keys(store).identify(fresh.key()))
                        .record()
                        .id())
                .isEqualTo(successor.id());
        assertRefused(
                Why.ALREADY_ROTATED, () -> keys(store).rotate(ended.id(), Rotation.overlapping(Duration.ofDays(300))));
        assertThat(known(store, ended.id()).expires()).isEqualTo(ended.expires());
    }

    @Test
    void pagesHoldEveryKeyOnceInOneOrder() throws Exception {
        WritableKeyStore store = store();
        List<String> ids = new ArrayList<>();
        for (String id : List.of("b", "B", "a", "_", "0", "z", "aa", "Z", "a-")) {
            ids.add(id);
            add(store, record(id, id.length() > 1 ? "long" : "short").build());
        }
        ids.sort(null);
        List<String> read = new ArrayList<>();
        KeyQuery page = new KeyQuery(null, null, 2);
        for (List<KeyEntry> found = store.list(page); !found.isEmpty(); found = store.list(page)) {
            assertThat(found.size()).isLessThanOrEqualTo(2);
            found.forEach(entry -> read.add(entry.record().id()));
            page = page.after(read.get(read.size() - 1));
        }
        assertThat(read).isEqualTo(ids);
        assertThat(store.list(KeyQuery.of("long")))
                .extracting(entry -> entry.record().id())
                .containsExactly("a-", "aa");
        assertThat(store.list(KeyQuery.of("nobody"))).isEmpty();
        assertThat(keys(store).revokeAllOf("long")).isEqualTo(2);
        assertThat(keys(store).revokeAllOf("long")).isZero();
        assertThat(known(store, "a").revoked()).isNull();
    }

    @Test
    void hostileTextsAreStoredAsTheyAreAndMeanNothing() throws Exception {
        WritableKeyStore store = store();
        add(store, record("victim", "victim").build());
        int number = 0;
        for (String text : HOSTILE) {
            String id = "id" + number++;
            add(store, record(id, text).labels(Map.of(text, text)).build());
            assertThat(known(store, id).owner()).isEqualTo(text);
            assertThat(known(store, id).labels()).isEqualTo(Map.of(text, text));
            assertThat(store.list(KeyQuery.of(text))).hasSize(1);
            assertThat(store.findById(text)).isNull();
            assertThat(store.find(text)).isNull();
            assertThat(store.findByDigest(text)).isNull();
            assertThat(keys(store).remove(text)).isFalse();
            assertThat(store.list(KeyQuery.all().after(text)).size()).isLessThanOrEqualTo(HOSTILE.size() + 1);
        }
        for (String text : HOSTILE) {
            String id = text.replaceAll("[^!-~]", "");
            add(store, record("/" + id, "acme").build());
            assertThat(Objects.requireNonNull(store.findById("/" + id)).id()).isEqualTo("/" + id);
        }
        assertThat(known(store, "victim").owner()).isEqualTo("victim");
        assertThat(store.list(KeyQuery.of("victim"))).hasSize(1);
    }

    @Test
    void timesOfLastUseOnlyGoForward() throws Exception {
        WritableKeyStore store = store();
        if (!(store instanceof LastUseKeeper keeper)) {
            return;
        }
        add(store, record("a", "acme").build(), record("b", "acme").build());
        keeper.keepLastUses(Map.of("a", NOW, "nobody", NOW));
        keeper.keepLastUses(Map.of("a", NOW.minusSeconds(60)));
        assertThat(Objects.requireNonNull(store.find("a")).lastUsed()).isEqualTo(NOW);
        keeper.keepLastUses(Map.of("a", NOW.plusSeconds(60)));
        assertThat(store.list(KeyQuery.all()))
                .extracting(KeyEntry::lastUsed)
                .containsExactly(NOW.plusSeconds(60), null);
        assertThat(store.find("nobody")).isNull();
        keys(store).revoke("a");
        assertThat(Objects.requireNonNull(store.find("a")).lastUsed()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void ofManyRotationsAtOnceOneMakesAKey() throws Exception {
        WritableKeyStore store = store();
        for (int round = 0; round < 5; round++) {
            String id = keys(store)
                    .create("owner" + round, record -> record)
                    .record()
                    .id();
            List<Boolean> made = inParallel(6, number -> {
                try {
                    keys(number % 2 == 0 ? store : elsewhere(store))
                            .rotate(id, Rotation.overlapping(Duration.ofHours(1)));
                    return true;
                } catch (KeyRefusedException e) {
                    assertThat(e.why()).isEqualTo(Why.ALREADY_ROTATED);
                    return false;
                }
            });
            assertThat(made).containsOnlyOnce(true);
            assertThat(store.list(KeyQuery.of("owner" + round))).hasSize(2);
        }
    }

    @Test
    void aRevocationIsNeverLostToAChangeAtTheSameTime() throws Exception {
        WritableKeyStore store = store();
        for (int round = 0; round < 8; round++) {
            String id = keys(store).create("acme", record -> record).record().id();
            inParallel(3, number -> {
                KeyAdministration keys = keys(number == 0 ? store : elsewhere(store));
                if (number == 1) {
                    keys.revoke(id);
                    return true;
                }
                try {
                    keys.rotate(id, Rotation.overlapping(Duration.ofHours(1)));
                } catch (KeyRefusedException e) {
                    assertThat(e.why()).isIn(Why.NOT_VALID, Why.ALREADY_ROTATED);
                }
                return false;
            });
            assertThat(known(store, id).revoked()).isNotNull();
        }
    }

    @Test
    void noneOfManyAdditionsAtOnceIsLost() throws Exception {
        WritableKeyStore store = store();
        inParallel(4, number -> {
            for (int i = 0; i < 10; i++) {
                keys(number % 2 == 0 ? store : elsewhere(store)).create("owner" + number, record -> record);
            }
            return true;
        });
        assertThat(keys(store).listAll()).hasSize(40);
        for (int number = 0; number < 4; number++) {
            assertThat(store.list(KeyQuery.of("owner" + number))).hasSize(10);
        }
    }

    private interface Work {
        boolean run(int number) throws Exception;
    }

    private static List<Boolean> inParallel(int threads, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<Boolean>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                futures.add(pool.submit(() -> {
                    start.await();
                    return work.run(number);
                }));
            }
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
