package dev.keywright.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keywright.runtime.key.KeyHasher;
import dev.keywright.runtime.token.TokenRecord;
import dev.keywright.runtime.token.TokenRecord.Kind;
import dev.keywright.runtime.token.TokenStore;
import dev.keywright.runtime.token.TokenStore.Rotation;
import dev.keywright.runtime.token.TokenStore.Stored;
import dev.keywright.runtime.token.TokenStoreException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link TokenStore} does. Extend it with a store of your own. */
public abstract class TokenStoreContract {

    /** The time at which the tests happen: now, for stores that drop records by a clock of their own. */
    protected final long now = System.currentTimeMillis();

    /** An empty store in which one owner may have eight tokens. Called once in each test. */
    protected abstract TokenStore store() throws Exception;

    /** A token that is valid for an hour. */
    protected final TokenRecord token(String id, Kind kind, String family, String owner) {
        return token(id, kind, family, owner, now + 3_600_000);
    }

    private TokenRecord token(String id, Kind kind, String family, String owner, long expires) {
        return new TokenRecord(
                id,
                kind,
                KeyHasher.sha256().digest("secret of " + id),
                family,
                owner,
                Set.of("orders:read", "items:*"),
                Map.of("tenant", "north \"and\" süd", "empty", ""),
                now - 1_000,
                expires);
    }

    private List<TokenRecord> pair(String name, String family, String owner) {
        return List.of(token("a" + name, Kind.ACCESS, family, owner), token("r" + name, Kind.REFRESH, family, owner));
    }

    private static Stored known(TokenStore store, String id) throws TokenStoreException {
        return Objects.requireNonNull(store.find(id));
    }

    @Test
    void whatWasNeverSavedIsNotFound() throws Exception {
        TokenStore store = store();
        assertThat(store.find("a1")).isNull();
        assertThat(store.revoke("a1")).isFalse();
        assertThat(store.revokeFamily("f1")).isZero();
        assertThat(store.revokeOwner("acme")).isZero();
        assertThat(store.rotate("r1", pair("2", "f1", "acme"), now)).isEqualTo(Rotation.GONE);
        assertThat(store.find("a2")).isNull();
    }

    @Test
    void everyPartOfARecordComesBack() throws Exception {
        TokenStore store = store();
        TokenRecord saved = token("a1", Kind.ACCESS, "f1", "Acme & Söhne");
        assertThat(store.save(List.of(saved, token("r1", Kind.REFRESH, "f1", "Acme & Söhne")), now))
                .isTrue();
        Stored found = known(store, "a1");
        assertThat(found.used()).isFalse();
        assertThat(found.record()).usingRecursiveComparison().isEqualTo(saved);
        assertThat(known(store, "r1").record().kind()).isEqualTo(Kind.REFRESH);
    }

    @Test
    void tokensOfTwoOwnersOrFamiliesAreNotTakenTogether() throws Exception {
        TokenStore store = store();
        List<TokenRecord> owners =
                List.of(token("a1", Kind.ACCESS, "f1", "acme"), token("r1", Kind.REFRESH, "f1", "other"));
        List<TokenRecord> families =
                List.of(token("a1", Kind.ACCESS, "f1", "acme"), token("r1", Kind.REFRESH, "f2", "acme"));
        assertThatIllegalArgumentException().isThrownBy(() -> store.save(owners, now));
        assertThatIllegalArgumentException().isThrownBy(() -> store.save(families, now));
        assertThatIllegalArgumentException().isThrownBy(() -> store.save(List.of(), now));
        assertThat(store.find("a1")).isNull();
    }

    @Test
    void aKnownIdIsNeverOverwritten() throws Exception {
        TokenStore store = store();
        store.save(pair("1", "f1", "acme"), now);
        assertThatExceptionOfType(TokenStoreException.class)
                .isThrownBy(() -> store.save(List.of(token("a1", Kind.ACCESS, "f2", "mallory")), now));
        assertThat(known(store, "a1").record().owner()).isEqualTo("acme");
    }

    @Test
    void aRefreshTokenIsFollowedByItsSuccessorsAndStaysMarked() throws Exception {
        TokenStore store = store();
        store.save(pair("1", "f1", "acme"), now);
        assertThat(store.rotate("r1", pair("2", "f1", "acme"), now)).isEqualTo(Rotation.ROTATED);
        assertThat(known(store, "r1").used()).isTrue();
        assertThat(known(store, "r2").used()).isFalse();
        assertThat(known(store, "a1").used()).isFalse();
        assertThat(known(store, "a2").used()).isFalse();
    }

    @Test
    void aSecondUseRevokesTheWholeFamilyAndNoOther() throws Exception {
        TokenStore store = store();
        store.save(pair("1", "f1", "acme"), now);
        store.save(pair("x", "f2", "acme"), now);
        store.rotate("r1", pair("2", "f1", "acme"), now);
        assertThat(store.rotate("r1", pair("3", "f1", "acme"), now)).isEqualTo(Rotation.REUSED);
        for (String id : List.of("a1", "r1", "a2", "r2", "a3", "r3")) {
            assertThat(store.find(id)).as(id).isNull();
        }
        assertThat(store.rotate("r2", pair("4", "f1", "acme"), now)).isEqualTo(Rotation.GONE);
        assertThat(store.find("ax")).isNotNull();
        assertThat(store.rotate("rx", pair("y", "f2", "acme"), now)).isEqualTo(Rotation.ROTATED);
    }

    @Test
    void anAccessTokenIsNoRefreshToken() throws Exception {
        TokenStore store = store();
        store.save(pair("1", "f1", "acme"), now);
        assertThat(store.rotate("a1", pair("2", "f1", "acme"), now)).isEqualTo(Rotation.GONE);
        assertThat(known(store, "a1").used()).isFalse();
        assertThat(store.find("a2")).isNull();
    }

    @Test
    void anotherFamilysOrOwnersRefreshTokenDoesNotServe() throws Exception {
        TokenStore store = store();
        store.save(pair("1", "f1", "acme"), now);
        assertThat(store.rotate("r1", pair("2", "f2", "acme"), now)).isEqualTo(Rotation.GONE);
        assertThat(store.rotate("r1", pair("3", "f1", "other"), now)).isEqualTo(Rotation.GONE);
        assertThat(known(store, "r1").used()).isFalse();
        assertThat(store.find("a2")).isNull();
        assertThat(store.find("a3")).isNull();
    }

    @Test
    void anExpiredRefreshTokenIsNotRotated() throws Exception {
        TokenStore store = store();
        store.save(List.of(token("r1", Kind.REFRESH, "f1", "acme", now + 60_000)), now);
        assertThat(store.rotate("r1", pair("2", "f1", "acme"), now + 60_000)).isEqualTo(Rotation.GONE);
        assertThat(store.find("a2")).isNull();
    }

    @Test
    void oneTokenIsRevokedByItself() throws Exception {
        TokenStore store = store();
        store.save(pair("1", "f1", "acme"), now);
        assertThat(store.revoke("a1")).isTrue();
        assertThat(store.revoke("a1")).isFalse();
        assertThat(store.find("a1")).isNull();
        assertThat(store.find("r1")).isNotNull();
    }

    @Test
    void aFamilyIsRevokedAtOnceAndForGood() throws Exception {
        TokenStore store = store();
        store.save(pair("1", "f1", "acme"), now);
        store.save(pair("2", "f2", "acme"), now);
        assertThat(store.revokeFamily("f1")).isEqualTo(2);
        assertThat(store.find("a1")).isNull();
        assertThat(store.find("r1")).isNull();
        assertThat(store.rotate("r1", pair("3", "f1", "acme"), now)).isEqualTo(Rotation.GONE);
        assertThat(store.find("a2")).isNotNull();
    }

    @Test
    void anOwnersTokensAreRevokedTogetherAndNewOnesCanBeIssued() throws Exception {
        TokenStore store = store();
        store.save(pair("1", "f1", "acme"), now);
        store.save(pair("2", "f2", "acme"), now);
        store.save(pair("3", "f3", "other"), now);
        assertThat(store.revokeOwner("acme")).isEqualTo(4);
        assertThat(store.find("a1")).isNull();
        assertThat(store.find("r2")).isNull();
        assertThat(store.find("a3")).isNotNull();
        assertThat(store.save(pair("4", "f4", "acme"), now)).isTrue();
        assertThat(store.find("a4")).isNotNull();
    }

    @Test
    void anOwnerWithAFullQuotaGetsNoMoreAndForgetsNothing() throws Exception {
        TokenStore store = store();
        for (int i = 0; i < 4; i++) {
            assertThat(store.save(pair("" + i, "f" + i, "acme"), now)).isTrue();
        }
        assertThat(store.save(List.of(token("a9", Kind.ACCESS, "f9", "acme")), now))
                .isFalse();
        assertThat(store.rotate("r1", pair("8", "f1", "acme"), now)).isEqualTo(Rotation.FULL);
        assertThat(known(store, "r1").used()).isFalse();
        assertThat(store.find("a8")).isNull();
        assertThat(store.find("a9")).isNull();
        for (int i = 0; i < 4; i++) {
            assertThat(store.find("a" + i)).isNotNull();
        }
        assertThat(store.save(pair("x", "fx", "other"), now)).isTrue();
    }

    @Test
    void aUsedRefreshTokenCountsAndIsNotForgottenToMakeRoom() throws Exception {
        TokenStore store = store();
        store.save(pair("1", "f1", "acme"), now);
        for (int i = 1; i < 4; i++) {
            assertThat(store.rotate("r" + i, pair("" + (i + 1), "f1", "acme"), now))
                    .isEqualTo(Rotation.ROTATED);
        }
        assertThat(store.rotate("r4", pair("5", "f1", "acme"), now)).isEqualTo(Rotation.FULL);
        assertThat(store.rotate("r1", pair("6", "f1", "acme"), now)).isEqualTo(Rotation.REUSED);
    }

    @Test
    void expiredTokensMakeRoom() throws Exception {
        TokenStore store = store();
        for (int i = 0; i < 8; i++) {
            store.save(List.of(token("a" + i, Kind.ACCESS, "f" + i, "acme", now + 60_000)), now);
        }
        List<TokenRecord> next = List.of(token("a9", Kind.ACCESS, "f9", "acme", now + 7_200_000));
        assertThat(store.save(next, now + 59_999)).isFalse();
        assertThat(store.save(next, now + 60_000)).isTrue();
    }

    @Test
    void ofManyConcurrentUsesOneIsFollowedAndTheFamilyEnds() throws Exception {
        TokenStore store = store();
        int threads = 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 20; round++) {
                String family = "race" + round;
                String owner = "owner" + round;
                store.save(List.of(token("first" + round, Kind.REFRESH, family, owner)), now);
                List<String> successors = Collections.synchronizedList(new ArrayList<>());
                CyclicBarrier start = new CyclicBarrier(threads);
                List<Future<Rotation>> answers = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    String id = round + "x" + i;
                    String first = "first" + round;
                    answers.add(pool.submit(() -> {
                        start.await();
                        Rotation answer = store.rotate(first, List.of(token(id, Kind.REFRESH, family, owner)), now);
                        successors.add(id);
                        return answer;
                    }));
                }
                List<Rotation> all = new ArrayList<>();
                for (Future<Rotation> answer : answers) {
                    all.add(answer.get());
                }
                assertThat(all).containsOnlyOnce(Rotation.ROTATED).contains(Rotation.REUSED);
                assertThat(all).doesNotContain(Rotation.FULL);
                for (String id : successors) {
                    assertThat(store.find(id)).isNull();
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aFamilyThatIsRevokedWhileItIsRotatedLeavesNothingBehind() throws Exception {
        TokenStore store = store();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 50; round++) {
                String first = "first" + round;
                String next = "next" + round;
                String family = "f" + round;
                String owner = "owner" + round;
                store.save(List.of(token(first, Kind.REFRESH, family, owner)), now);
                CyclicBarrier start = new CyclicBarrier(2);
                Future<?> rotated = pool.submit(() -> {
                    start.await();
                    return store.rotate(first, List.of(token(next, Kind.REFRESH, family, owner)), now);
                });
                Future<?> revoked = pool.submit(() -> {
                    start.await();
                    return store.revokeOwner(owner);
                });
                rotated.get();
                revoked.get();
                assertThat(store.find(first)).isNull();
                assertThat(store.find(next)).isNull();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
