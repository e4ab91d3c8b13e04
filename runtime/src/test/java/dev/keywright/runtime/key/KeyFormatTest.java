package dev.keywright.runtime.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class KeyFormatTest {

    @Test
    void refusesAnyKeyWithOneCharacterChanged() {
        String key = ApiKeys.create("shop", "acme").key();
        for (int i = 0; i < key.length(); i++) {
            char other = key.charAt(i) == 'a' ? 'b' : 'a';
            assertThat(KeyFormat.parse(key.substring(0, i) + other + key.substring(i + 1)))
                    .isNull();
        }
        assertThat(KeyFormat.parse(key.substring(1))).isNull();
        assertThat(KeyFormat.parse(key + "0")).isNull();
        assertThat(KeyFormat.parse(" " + key)).isNull();
    }

    @Test
    void bearsAnyTextWithoutThrowing() {
        Random random = new Random(20261123);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(100);
            for (int j = 0; j < length; j++) {
                text.append(random.nextInt(4) == 0 ? '_' : (char) random.nextInt(256));
            }
            assertThat(KeyFormat.parse(text.toString())).isNull();
        }
    }

    @Test
    void takesApartWhatWasMade() {
        for (String prefix : new String[] {"ab", "shop", "a234567890123456"}) {
            NewApiKey made = ApiKeys.create(prefix, "acme");
            KeyFormat parsed = KeyFormat.parse(made.key());
            assertThat(parsed).isNotNull();
            assertThat(parsed.id()).isEqualTo(made.record().id());
            assertThat("sha256:" + HexFormat.of().formatHex(parsed.digest(KeyHasher.sha256())))
                    .isEqualTo(made.record().digest());
            assertThat(made.toString() + made.record())
                    .doesNotContain(made.key().substring(20));
        }
    }

    @Test
    void refusesBadPrefixesAndShortPeppers() {
        for (String prefix : new String[] {"", "a", "Shop", "1shop", "sh_op", "a2345678901234567"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> ApiKeys.create(prefix, "acme"));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> KeyHasher.peppered(new byte[31]));
    }
}
