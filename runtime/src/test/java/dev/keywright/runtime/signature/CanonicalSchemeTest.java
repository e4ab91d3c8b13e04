package dev.keywright.runtime.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CanonicalSchemeTest {

    private static final String NONCE = "0123456789abcdef";

    private final CanonicalScheme scheme = new CanonicalScheme();
    private final byte[] into = new byte[32];

    private boolean write(String path, @Nullable String query, @Nullable String contentType) {
        return scheme.write("a", "POST", "shop.example", path, query, contentType, "1790000000", NONCE, new byte[32]);
    }

    @Test
    void refusesControlCharactersAndCharactersBeyondLatin1() {
        for (char c = 0; c < 1024; c++) {
            boolean allowed = c >= ' ' && c != 127 && c <= 255;
            assertThat(write("/a" + c, null, null)).as("path %d", (int) c).isEqualTo(allowed);
            assertThat(write("/", c + "=1", null)).as("query %d", (int) c).isEqualTo(allowed);
            assertThat(write("/", null, "text/plain" + c + "x"))
                    .as("type %d", (int) c)
                    .isEqualTo(allowed);
        }
    }

    @Test
    void writesTheDocumentedForm() {
        assertThat(write("/a%2Fb", "x=%7e", "application/json")).isTrue();
        assertThat(new String(scheme.toByteArray(), StandardCharsets.ISO_8859_1))
                .isEqualTo("KEYWRIGHT-HMAC-SHA256-1\na\nPOST\nshop.example\n/a%2Fb\n?x=%7e\napplication/json\n"
                        + "1790000000\n0123456789abcdef\n" + "0".repeat(64));
    }

    @Test
    void refusesSignaturesThatAreNotTheOneBase64FormOf32Bytes() {
        String good = Base64.getEncoder().encodeToString(new byte[32]);
        String[] bad = {
            "",
            good.substring(1),
            good + "=",
            good.replace('=', 'A'),
            good.substring(0, 42) + "==",
            "B" + good,
            // Spare bits set: the same bytes written in another way.
            good.substring(0, 42) + "B=",
            good.substring(0, 42) + "C=",
            "-" + good.substring(1),
            "_" + good.substring(1),
            " " + good.substring(1),
            "=" + good.substring(1),
            "\u00e9" + good.substring(1),
            good.substring(0, 41) + "!A=",
            good.substring(0, 20) + "\n" + good.substring(21)
        };
        for (String text : bad) {
            assertThat(scheme.decode(text, into)).as(text).isFalse();
        }
        for (int i = 0; i < 43; i++) {
            String spoiled = good.substring(0, i) + '*' + good.substring(i + 1);
            assertThat(scheme.decode(spoiled, into)).as(spoiled).isFalse();
        }
    }

    @Test
    void readsWhatTheEncoderOfThePlatformWrites() {
        Random random = new Random(42);
        byte[] bytes = new byte[32];
        for (int i = 0; i < 2_000; i++) {
            random.nextBytes(bytes);
            assertThat(scheme.decode(Base64.getEncoder().encodeToString(bytes), into))
                    .isTrue();
            assertThat(into).isEqualTo(bytes);
        }
    }

    @Test
    void readsTimestampsOfTenAsciiDigitsOnly() {
        assertThat(CanonicalScheme.seconds("0000000000")).isZero();
        assertThat(CanonicalScheme.seconds("9999999999")).isEqualTo(9_999_999_999L);
        for (String bad :
                new String[] {"", "179000000", "17900000000", "-179000000", "+179000000", "179000000\u0661"}) {
            assertThat(CanonicalScheme.seconds(bad)).as(bad).isEqualTo(-1);
        }
    }
}
