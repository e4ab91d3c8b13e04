package dev.keywright.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.runtime.Mutants;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Damaged keys and key files, from a fixed seed. {@code -Dkeywright.fuzz.rounds=N} multiplies their number, with another seed for
 * each round.
 */
final class KeyFuzzTest {

    private static final int ROUNDS = Integer.getInteger("keywright.fuzz.rounds", 1);

    @Test
    void noDamagedKeyIsAdmittedAndNoneThrows() throws Exception {
        MemoryKeyStore store = new MemoryKeyStore();
        KeyAdministration keys = KeyAdministration.of(store, "shop");
        String good = keys.create("acme", record -> record).key();
        String foreign = "pk-live-0123456789-abcdefghij";
        keys.addForeign("partner", foreign, "acme", record -> record);
        for (int round = 0; round < ROUNDS; round++) {
            Mutants mutants = new Mutants(20261123L + round);
            for (int i = 0; i < 50_000; i++) {
                String from = i % 2 == 0 ? good : foreign;
                String mutant = mutants.of(from);
                if (!mutant.equals(from)) {
                    assertThat(keys.identify(mutant)).as(mutant).isNull();
                }
            }
        }
        assertThat(keys.identify(good)).isNotNull();
        assertThat(keys.identify(foreign)).isNotNull();
    }

    @Test
    void noDamagedKeyFileThrowsAnythingElseOrRaisesAKeyFromTheDead() {
        Instant now = Instant.parse("2026-11-23T12:00:00Z");
        String digest = KeyHasher.sha256().digest("secret");
        String other = KeyHasher.sha256().digest("other");
        byte[] file = KeyFileFormat.write(List.of(
                KeyRecord.of("alive", digest, "Acme \"Ltd\"")
                        .scopes("orders:*", "a")
                        .networks("10.0.0.0/8", "2001:db8::/32")
                        .limits("10 per second; 100 per hour")
                        .labels(Map.of("a", "b"))
                        .notBefore(now)
                        .build(),
                KeyRecord.of("dead", other, "x").revoked(now).foreign(true).build()));
        String text = new String(file, StandardCharsets.UTF_8);
        int readable = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Mutants mutants = new Mutants(11232026L + round);
            Random random = new Random(7L + round);
            for (int i = 0; i < 20_000; i++) {
                byte[] mutant = mutants.of(text).getBytes(StandardCharsets.UTF_8);
                if (i % 4 == 0 && mutant.length > 0) {
                    mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256); // and no UTF-8 any more
                }
                try {
                    Map<String, KeyRecord> records = KeyFileFormat.read("keys.json", mutant);
                    readable++;
                    assertSound(records, new String(mutant, StandardCharsets.UTF_8));
                } catch (KeyStoreException e) {
                    assertThat(e.getMessage())
                            .doesNotContain(digest.substring(7, 20))
                            .doesNotContain(other.substring(7, 20))
                            .hasSizeLessThan(1_000);
                }
            }
        }
        assertThat(readable).isPositive();
    }

    /** Whatever is read says what the file says: a dead key lives only in a file that does not call it revoked. */
    private static void assertSound(Map<String, KeyRecord> records, String mutant) {
        for (KeyRecord record : records.values()) {
            assertThat(mutant).contains(record.digest());
            if (record.id().equals("dead") && record.revoked() == null) {
                assertThat(mutant).doesNotContain("\"revoked\" :");
            }
        }
        try {
            byte[] again = KeyFileFormat.write(records.values());
            assertThat(KeyFileFormat.read("again", again))
                    .usingRecursiveComparison()
                    .isEqualTo(records);
        } catch (KeyStoreException e) {
            throw new AssertionError("What was read must be readable again", e);
        }
    }
}
