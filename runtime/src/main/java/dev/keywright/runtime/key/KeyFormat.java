package dev.keywright.runtime.key;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Takes a presented key apart. For guards. */
public final class KeyFormat {

    private static final int TAIL = ApiKeys.SECRET_LENGTH + ApiKeys.CHECKSUM_LENGTH;
    private static final int SHORTEST = 2 + 1 + ApiKeys.ID_LENGTH + 1 + TAIL;
    private static final int LONGEST = SHORTEST + 14;

    private final String id;
    private final byte[] key;
    private final int secretOffset;

    private KeyFormat(String id, byte[] key, int secretOffset) {
        this.id = id;
        this.key = key;
        this.secretOffset = secretOffset;
    }

    /**
     * Reads a key in Keywright's format and checks its checksum.
     *
     * @return null when it is none
     */
    public static @Nullable KeyFormat parse(String text) {
        int length = text.length();
        if (length < SHORTEST || length > LONGEST) {
            return null;
        }
        int secret = length - TAIL;
        int id = secret - 1 - ApiKeys.ID_LENGTH;
        if (text.charAt(secret - 1) != '_' || text.charAt(id - 1) != '_') {
            return null;
        }
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = id; i < secret - 1; i++) {
            if (!Base62.isDigit(bytes[i])) {
                return null;
            }
        }
        return hasChecksum(bytes) ? new KeyFormat(text.substring(id, secret - 1), bytes, secret) : null;
    }

    private static boolean hasChecksum(byte[] bytes) {
        int stem = bytes.length - ApiKeys.CHECKSUM_LENGTH;
        return ApiKeys.checksum(bytes, stem) == Base62.value(bytes, stem, ApiKeys.CHECKSUM_LENGTH);
    }

    /** The id part. */
    public String id() {
        return id;
    }

    /** The digest of the secret part. */
    public byte[] digest(KeyHasher hasher) {
        return hasher.raw(key, secretOffset, ApiKeys.SECRET_LENGTH);
    }
}
