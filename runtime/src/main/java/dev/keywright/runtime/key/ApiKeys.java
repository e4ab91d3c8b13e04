package dev.keywright.runtime.key;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Makes API keys: {@code <prefix>_<id>_<secret><checksum>}, as in {@code shop_4fJ2…_…}. The id has 12 base62 digits, the
 * secret 43 (256 random bits), the checksum 6: the CRC-32 of all that stands before it. The checksum only catches typing
 * errors and garbage; it proves nothing.
 */
public final class ApiKeys {

    /** Base62 digits of the id. */
    static final int ID_LENGTH = 12;
    /** Base62 digits of the secret: 62^43 is more than 2^256. */
    static final int SECRET_LENGTH = 43;
    /** Base62 digits of the checksum: 62^6 is more than 2^32. */
    static final int CHECKSUM_LENGTH = 6;

    private static final SecureRandom RANDOM = new SecureRandom();

    private ApiKeys() {}

    /**
     * Makes a key for an owner who may do nothing yet.
     *
     * @param prefix the application's own, so that secret scanners can find leaked keys: 2 to 16 lower-case letters and
     *     digits, a letter first
     * @param owner whose key it is
     * @param hasher the hasher that the application verifies with
     * @return the key, which is not kept anywhere else, and its record
     */
    public static NewApiKey create(String prefix, String owner, KeyHasher hasher) {
        checkPrefix(prefix);
        String id = random(ID_LENGTH);
        String secret = random(SECRET_LENGTH);
        String stem = prefix + '_' + id + '_' + secret;
        KeyRecord record = KeyRecord.of(id, hasher.digest(secret), owner).build();
        return new NewApiKey(stem + checksumDigits(stem.getBytes(StandardCharsets.ISO_8859_1)), record);
    }

    /** As {@link #create(String, String, KeyHasher)} with plain SHA-256. */
    public static NewApiKey create(String prefix, String owner) {
        return create(prefix, owner, KeyHasher.sha256());
    }

    /**
     * Makes a key that takes another's place: same owner, scopes, networks, limits and labels, a new id and secret. The old
     * key's record, as {@link NewApiKey#replaced()} gives it, has an end then.
     *
     * @param old the record of the key to replace
     * @param granted when the old key was to end before any rotation; null for never
     * @throws IllegalArgumentException when the new key would end before it starts
     */
    static NewApiKey rotate(
            String prefix, KeyRecord old, @Nullable Instant granted, Rotation rotation, KeyHasher hasher, Instant now) {
        Instant start = rotation.start() == null || rotation.start().isBefore(now) ? now : rotation.start();
        Instant end = start.plus(rotation.overlap());
        if (old.expires() != null && old.expires().isBefore(end)) {
            end = old.expires();
        }
        // No later than the old key's end, so that there is no gap. None at all where it starts now: clocks differ.
        Instant from = !start.isAfter(now) ? null : start.isBefore(end) ? start : end;
        Instant until = rotation.expires() == null ? granted : rotation.expires();
        if (until != null && !until.isAfter(from == null ? now : from)) {
            throw new IllegalArgumentException(KeyMessages.endsBeforeItStarts());
        }
        NewApiKey made = create(prefix, old.owner(), hasher);
        KeyRecord record = made.record().toBuilder()
                .scopes(old.scopes())
                .networks(old.networks())
                .limits(old.limits())
                .labels(old.labels())
                .created(now)
                .notBefore(from)
                .expires(until)
                .build();
        KeyRecord replaced = old.toBuilder().expires(end).successor(record.id()).build();
        return new NewApiKey(made.key(), record, replaced);
    }

    /**
     * Checks a key prefix.
     *
     * @throws IllegalArgumentException when it has another form
     */
    public static void checkPrefix(String prefix) {
        boolean wrong = prefix.length() < 2 || prefix.length() > 16;
        for (int i = 0; i < prefix.length(); i++) {
            char c = prefix.charAt(i);
            wrong |= (c < 'a' || c > 'z') && (i == 0 || c < '0' || c > '9');
        }
        if (wrong) {
            throw new IllegalArgumentException(KeyMessages.prefixForm());
        }
    }

    /** The CRC-32 of the first {@code length} bytes. */
    static long checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }

    private static String checksumDigits(byte[] bytes) {
        long rest = checksum(bytes, bytes.length);
        char[] digits = new char[CHECKSUM_LENGTH];
        for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
            digits[i] = (char) Base62.DIGITS[(int) (rest % 62)];
            rest /= 62;
        }
        return new String(digits);
    }

    private static String random(int length) {
        char[] digits = new char[length];
        for (int i = 0; i < length; i++) {
            digits[i] = (char) Base62.DIGITS[RANDOM.nextInt(62)];
        }
        return new String(digits);
    }
}
