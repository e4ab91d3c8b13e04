package dev.keywright.runtime.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class DigestsTest {

    private final byte[] value = new byte[Digests.LENGTH];

    DigestsTest() {
        new Random(7).nextBytes(value);
    }

    @Test
    void tellsEverySingleBitApart() {
        for (int bit = 0; bit < 8 * Digests.LENGTH; bit++) {
            byte[] other = value.clone();
            other[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(Digests.areEqual(value, other)).as("bit " + bit).isFalse();
            assertThat(Digests.areEqual(other, value)).as("bit " + bit).isFalse();
        }
    }

    @Test
    void refusesOtherLengthsEvenOfEqualValues() {
        for (int length : new int[] {0, 8, 24, 31, 33, 40, 64}) {
            assertThat(Digests.areEqual(new byte[length], new byte[length])).isFalse();
            assertThat(Digests.areEqual(new byte[length], new byte[Digests.LENGTH]))
                    .isFalse();
        }
    }

    @Test
    void knowsEqualValues() {
        assertThat(Digests.areEqual(value, value.clone())).isTrue();
    }
}
