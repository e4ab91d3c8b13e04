package dev.keywright.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keywright.runtime.MutableClock;
import dev.keywright.runtime.key.KeyRefusedException.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class KeyAdministrationTest {

    private final MutableClock clock = new MutableClock();
    private final MemoryKeyStore store = new MemoryKeyStore();
    private final KeyAdministration keys = new KeyAdministration(store, KeyHasher.sha256(), "shop", clock);

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    private KeyRecord known(String id) {
        return Objects.requireNonNull(store.find(id)).record();
    }

    private KeyStanding standing(String id) {
        return known(id).standing(clock.instant());
    }

    private void assertRefused(Why why, String id) {
        assertThatExceptionOfType(KeyRefusedException.class)
                .isThrownBy(() -> keys.rotate(id, Rotation.overlapping(Duration.ofDays(1))))
                .satisfies(e -> assertThat(e.why()).isEqualTo(why));
    }

    @Test
    void aRotationNeverProlongsTheOldKey() throws Exception {
        String id = keys.create("acme", record -> record.expires(in(Duration.ofHours(1))))
                .record()
                .id();
        Instant end = known(id).expires();
        keys.rotate(id, Rotation.overlapping(Duration.ofDays(366)));
        assertThat(known(id).expires()).isEqualTo(end);
    }

    @Test
    void aRotationProlongsNothingUnlessAsked() throws Exception {
        Instant end = in(Duration.ofDays(30));
        String id = keys.create("acme", record -> record.expires(end)).record().id();
        NewApiKey fresh = keys.rotate(id, Rotation.overlapping(Duration.ofDays(7)));
        assertThat(fresh.record().expires()).isEqualTo(end);
        String other =
                keys.create("acme", record -> record.expires(end)).record().id();
        Instant later = in(Duration.ofDays(90));
        assertThat(keys.rotate(other, Rotation.overlapping(Duration.ofDays(7)).expiringAt(later))
                        .record()
                        .expires())
                .isEqualTo(later);
    }

    @Test
    void anOldKeyIsNeverLeftWithoutAnEnd() throws Exception {
        String id = keys.create("acme", record -> record).record().id();
        NewApiKey fresh = keys.rotate(id, Rotation.overlapping(Duration.ofDays(366)));
        assertThat(known(id).expires()).isEqualTo(in(Duration.ofDays(366)));
        assertThat(fresh.record().expires()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> Rotation.overlapping(Duration.ofDays(367)));
        assertThatIllegalArgumentException().isThrownBy(() -> Rotation.overlapping(Duration.ofSeconds(-1)));
    }

    @Test
    void withoutOverlapTheOldKeyEndsNow() throws Exception {
        String id = keys.create("acme", record -> record).record().id();
        NewApiKey fresh = keys.rotate(id, Rotation.overlapping(Duration.ZERO));
        assertThat(standing(id)).isEqualTo(KeyStanding.EXPIRED);
        assertThat(standing(fresh.record().id())).isEqualTo(KeyStanding.VALID);
    }

    @Test
    void atEveryMomentOfARotationOneKeyIsValid() throws Exception {
        for (Duration overlap : List.of(Duration.ZERO, Duration.ofHours(3))) {
            for (Duration start : List.of(Duration.ZERO, Duration.ofHours(2), Duration.ofHours(30))) {
                for (Duration life : List.of(Duration.ofHours(1), Duration.ofHours(10), Duration.ofHours(50))) {
                    MutableClock own = new MutableClock();
                    KeyAdministration admin = new KeyAdministration(store, KeyHasher.sha256(), "shop", own);
                    Instant begin = own.instant();
                    String id = admin.create("acme", record -> record.expires(begin.plus(life)))
                            .record()
                            .id();
                    NewApiKey fresh = admin.rotate(
                            id,
                            Rotation.overlapping(overlap)
                                    .startingAt(begin.plus(start))
                                    .expiringAt(begin.plus(Duration.ofDays(9))));
                    for (int minute = 0; minute < 60 * 60; minute++) {
                        Instant moment = begin.plus(Duration.ofMinutes(minute));
                        assertThat(known(id).standing(moment) == KeyStanding.VALID
                                        || fresh.record().standing(moment) == KeyStanding.VALID)
                                .as("%s after the start, overlap %s, start %s, life %s", minute, overlap, start, life)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void aNewKeyThatWouldEndBeforeItStartsIsNotMade() throws Exception {
        String id = keys.create("acme", record -> record).record().id();
        Rotation wrong = Rotation.overlapping(Duration.ofDays(1))
                .startingAt(in(Duration.ofDays(2)))
                .expiringAt(in(Duration.ofDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> keys.rotate(id, wrong));
        assertThat(known(id).expires()).isNull();
        assertThat(store.records()).hasSize(1);
    }

    @Test
    void onlyAValidKeyIsRotated() throws Exception {
        String revoked = keys.create("acme", record -> record).record().id();
        keys.revoke(revoked);
        assertRefused(Why.NOT_VALID, revoked);
        String expired = keys.create("acme", record -> record.expires(in(Duration.ofSeconds(1))))
                .record()
                .id();
        clock.advance(Duration.ofSeconds(1));
        assertRefused(Why.NOT_VALID, expired);
        String early = keys.create("acme", record -> record.notBefore(in(Duration.ofSeconds(1))))
                .record()
                .id();
        assertRefused(Why.NOT_VALID, early);
        assertThat(store.records()).hasSize(3);
    }

    @Test
    void aSuccessorThatGotLostIsRevokedAndTheKeyRotatedAgain() throws Exception {
        Instant end = in(Duration.ofDays(300));
        String id = keys.create("acme", record -> record.expires(end)).record().id();
        String lost = keys.rotate(id, Rotation.overlapping(Duration.ofDays(1)))
                .record()
                .id();
        assertRefused(Why.ALREADY_ROTATED, id);
        keys.revoke(lost);
        clock.advance(Duration.ofHours(12));
        NewApiKey second = keys.rotate(id, Rotation.overlapping(Duration.ofDays(1)));
        // The old key keeps its first end, and the new one what was granted to the first.
        assertThat(known(id).expires()).isEqualTo(in(Duration.ofHours(12)));
        assertThat(known(id).successor()).isEqualTo(second.record().id());
        assertThat(second.record().expires()).isEqualTo(end);
        assertThat(standing(second.record().id())).isEqualTo(KeyStanding.VALID);
    }

    @Test
    void aRevocationKeepsItsTime() throws Exception {
        String id = keys.create("acme", record -> record).record().id();
        Instant first = keys.revoke(id).revoked();
        clock.advance(Duration.ofDays(1));
        assertThat(keys.revoke(id).revoked()).isEqualTo(first);
    }

    @Test
    void aWrongDetailAddsNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> keys.create("acme", record -> record.limits("many")));
        assertThatIllegalArgumentException().isThrownBy(() -> keys.create("acme", record -> record.scopes("Big")));
        assertThatIllegalArgumentException().isThrownBy(() -> keys.create(" ", record -> record));
        assertThatIllegalArgumentException().isThrownBy(() -> keys.create("a\u0000b", record -> record));
        assertThatIllegalArgumentException().isThrownBy(() -> keys.create("a\nb", record -> record));
        assertThatIllegalArgumentException().isThrownBy(() -> keys.create("half \ud83d", record -> record));
        assertThatIllegalArgumentException().isThrownBy(() -> keys.create("x".repeat(257), record -> record));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.create("acme", record -> record.labels(Map.of("a", "x".repeat(1_025)))));
        assertThat(store.records()).isEmpty();
    }

    @Test
    void keysOfOtherFormatsThatNobodyWouldFindOrAnyoneGuessAreNotAdded() {
        for (String key : List.of(
                "",
                "short-key",
                "with a space in the middle of it",
                "umlaut-ä-0123456789-0123456789",
                "x".repeat(513),
                ApiKeys.create("shop", "acme").key())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> keys.addForeign("partner", key, "acme", record -> record))
                    .satisfies(e -> assertThat(key.isEmpty() || !e.getMessage().contains(key))
                            .isTrue());
        }
        assertThat(store.records()).isEmpty();
    }

    @Test
    void aPresentedKeyIsIdentifiedOnlyByItsWholeSecret() throws Exception {
        NewApiKey one = keys.create("acme", record -> record);
        NewApiKey other = keys.create("acme", record -> record);
        assertThat(Objects.requireNonNull(keys.identify(one.key())).record().id())
                .isEqualTo(one.record().id());
        assertThat(keys.identify(one.key() + "x")).isNull();
        assertThat(keys.identify("")).isNull();
        keys.remove(other.record().id());
        assertThat(keys.identify(other.key())).isNull();
        KeyAdministration peppered = new KeyAdministration(store, KeyHasher.peppered(new byte[32]), "shop", clock);
        assertThat(peppered.identify(one.key())).isNull();
    }
}
