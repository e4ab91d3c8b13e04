package dev.keywright.checks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names findings so that they are found again in later versions of the source: by rule, enclosing declaration, the text
 * that is wrong without its white space, and a count among equals. Lines and paths play no part.
 */
final class Fingerprints {

    private static final int LONGEST_TEXT = 2_000;
    private static final int BYTES = 16;

    private final Map<String, Integer> seen = new HashMap<>();
    private final MessageDigest sha256;

    Fingerprints() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    /** Call it in the order of positions: equal findings are told apart by their order. */
    String next(String rule, String member, CharSequence text) {
        String name = rule + '\n' + member + '\n' + squeeze(text);
        int occurrence = seen.merge(name, 1, Integer::sum);
        byte[] digest = sha256.digest((name + '\n' + occurrence).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    private static String squeeze(CharSequence text) {
        StringBuilder squeezed = new StringBuilder();
        for (int i = 0; i < text.length() && squeezed.length() < LONGEST_TEXT; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                squeezed.append(text.charAt(i));
            }
        }
        return squeezed.toString();
    }
}
