package dev.keywright.runtime.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CodesTest {

    private final Random random = new Random(20261123);

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void readsWhatTheJdkWrites() {
        for (int length = 0; length < 100; length++) {
            byte[] bytes = bytes(length);
            String base64 = Base64.getEncoder().encodeToString(bytes);
            assertThat(Codes.base64(base64, 0, base64.length())).isEqualTo(bytes);
            String within = "x:" + base64 + ':';
            assertThat(Codes.base64(within, 2, within.length() - 1)).isEqualTo(bytes);
            byte[] into = new byte[length];
            assertThat(Codes.base64("v1," + base64, 3, into)).isTrue();
            assertThat(into).isEqualTo(bytes);
            String hex = HexFormat.of().formatHex(bytes);
            assertThat(Codes.hex(bytes)).isEqualTo(hex);
            assertThat(Codes.hex("v0=" + hex, 3, into)).isTrue();
            assertThat(into).isEqualTo(bytes);
        }
    }

    @Test
    void refusesEveryOtherCharacterInEveryPlace() {
        String base64 = Base64.getEncoder().encodeToString(bytes(32));
        String hex = HexFormat.of().formatHex(bytes(32));
        // The last two have the low byte of a digit.
        for (char wrong : new char[] {' ', '\n', '=', '-', '_', '.', 127, 128, 255, 256 + 'A', 0x6100 + 'a'}) {
            for (int at = 0; at < base64.length() - 1; at++) {
                String spoiled = base64.substring(0, at) + wrong + base64.substring(at + 1);
                assertThat(Codes.base64(spoiled, 0, new byte[32])).as(spoiled).isFalse();
                assertThat(Codes.base64(spoiled, 0, spoiled.length()))
                        .as(spoiled)
                        .satisfiesAnyOf(
                                read -> assertThat(read).isNull(),
                                read -> assertThat(read).hasSizeLessThan(32));
            }
            for (int at = 0; at < hex.length(); at++) {
                String spoiled = hex.substring(0, at) + wrong + hex.substring(at + 1);
                assertThat(Codes.hex(spoiled, 0, new byte[32])).as(spoiled).isFalse();
            }
        }
        assertThat(Codes.hex(hex.toUpperCase(java.util.Locale.ROOT), 0, new byte[32]))
                .isFalse();
    }

    @Test
    void refusesSpareBitsAndMissingPadding() {
        for (String wrong : new String[] {"YR==", "YWF=", "YQ=", "YQ", "Y===", "====", "YQ==YQ==", "YWE=YQ=="}) {
            assertThat(Codes.base64(wrong, 0, wrong.length())).as(wrong).isNull();
        }
        assertThat(Codes.base64("YQ==", 0, new byte[2])).isFalse();
        assertThat(Codes.base64("YWE=", 0, new byte[1])).isFalse();
    }
}
