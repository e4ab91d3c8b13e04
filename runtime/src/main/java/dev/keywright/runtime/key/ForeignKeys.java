package dev.keywright.runtime.key;

/** Keys of other formats, found by the digest of the whole key. Internal. */
public final class ForeignKeys {

    private static final int SHORTEST = 20;
    private static final int LONGEST = 512;

    private ForeignKeys() {}

    /** Whether a text may be such a key: up to 512 printable ASCII characters without spaces. */
    public static boolean mayBe(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 127) {
                return false;
            }
        }
        return true;
    }

    /**
     * Checks a key that is to be added.
     *
     * @throws IllegalArgumentException when guards would never find it, or anyone could guess it; the message does not repeat it
     */
    static void check(String key) {
        if (!mayBe(key) || key.length() < SHORTEST) {
            throw new IllegalArgumentException(KeyMessages.foreignForm());
        }
        if (KeyFormat.parse(key) != null) {
            throw new IllegalArgumentException(KeyMessages.notForeign());
        }
    }
}
