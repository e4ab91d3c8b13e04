package dev.keywright.adapters.jdkhttp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of one declaration line, worked out apart from the code under test. */
final class Digests {

    private Digests() {}

    static String of(String line) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((line + "\n").getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
