package dev.keywright.runtime.account;

import dev.keywright.runtime.digest.Digests;
import dev.keywright.runtime.digest.Reused;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Turns accounts and addresses into the names under which attempts are counted: 128 bits of an HMAC, so that neither a
 * store nor a log holds an account.
 *
 * <p>Spellings that an application may take for the same account get the same name: space around, case, compatibility forms
 * (NFKC), accents and strokes, invisible characters, zeros before a number. That two accounts may share a count is the lesser evil.
 */
final class AccountNames {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int LONGEST = 256;
    private static final int NAME_BYTES = 16;

    /** Letters with a stroke, and two in one, which no decomposition takes apart and databases still take for the plain ones. */
    private static final Map<Integer, String> PLAIN = plain("øo łl đd ħh ŧt ƀb ǥg ɨi ɉj ɍr ʉu ɏy ƶz ȼc ɇe ⱥa æae œoe");

    private final String scope;
    private final Reused<Mac> macs;

    /**
     * Makes names.
     *
     * @param scope tells the names of one endpoint from those of others
     */
    AccountNames(String scope, SecretKey key) {
        this.scope = scope;
        this.macs = new Reused<>(() -> Digests.hmacSha256(key));
    }

    /** The name of the parts together; no two lists of parts give the same text. */
    String of(String... parts) {
        Mac mac = macs.take();
        update(mac, scope);
        for (String part : parts) {
            update(mac, part);
        }
        byte[] name = Arrays.copyOf(mac.doFinal(), NAME_BYTES);
        macs.giveBack(mac);
        return BASE64.encodeToString(name);
    }

    private static void update(Mac mac, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        for (int shift = 24; shift >= 0; shift -= 8) {
            mac.update((byte) (bytes.length >>> shift));
        }
        mac.update(bytes);
    }

    /**
     * The one spelling that stands for all that may mean the same account.
     *
     * @return null when nothing is left, or when it has more than 256 characters
     */
    static @Nullable String normalize(String account) {
        if (account.length() > LONGEST) {
            return null;
        }
        StringBuilder kept = new StringBuilder(account.length());
        Normalizer.normalize(account, Normalizer.Form.NFKD).codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean invisible = type == Character.NON_SPACING_MARK
                    || type == Character.ENCLOSING_MARK
                    || type == Character.FORMAT
                    || type == Character.CONTROL
                    || isFiller(c);
            if (!invisible) {
                kept.appendCodePoint(c);
            }
        });
        String folded = kept.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(folded.length());
        folded.codePoints().forEach(c -> {
            String others = PLAIN.get(c);
            if (others == null) {
                plain.appendCodePoint(c);
            } else {
                plain.append(others);
            }
        });
        String name = Normalizer.normalize(plain, Normalizer.Form.NFKC).strip();
        return name.isEmpty() ? null : withoutLeadingZeros(name);
    }

    /** Hangul's fillers count as letters, and show nothing. */
    private static boolean isFiller(int c) {
        return c == 0x115F || c == 0x1160;
    }

    private static Map<Integer, String> plain(String pairs) {
        Map<Integer, String> plain = new HashMap<>();
        for (String pair : pairs.split(" ", -1)) {
            plain.put(pair.codePointAt(0), pair.substring(1));
        }
        return Map.copyOf(plain);
    }

    private static String withoutLeadingZeros(String name) {
        String digits = name.startsWith("+") ? name.substring(1) : name;
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return name;
        }
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }
}
