package dev.keywright.store.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A script that Redis runs as one atomic act.
 *
 * @param text its source
 * @param sha the name under which Redis keeps it: its SHA-1 in hex
 */
record Script(String text, String sha) {

    static Script load(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name + ".lua")) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + name + ".lua");
            }
            byte[] source = in.readAllBytes();
            byte[] sha = MessageDigest.getInstance("SHA-1").digest(source);
            return new Script(
                    new String(source, StandardCharsets.UTF_8), HexFormat.of().formatHex(sha));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("The jar cannot be read", e);
        }
    }
}
