package dev.keywright.runtime.secret;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text form of a secret's values, and every sentence about it. No sentence repeats a value. */
final class SecretForm {

    private SecretForm() {}

    /** Reads what {@link Secrets} describes. */
    static List<SecretValue> parse(String name, String text) {
        List<SecretValue> values = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        String[] entries = text.strip().split("\\s+", -1);
        for (String entry : entries) {
            if (entry.isEmpty()) {
                continue;
            }
            int equals = entry.indexOf('=');
            boolean named = equals > 0
                    && isKeyId(entry.substring(0, equals))
                    && equals < entry.length() - 1
                    && entry.charAt(equals + 1) != '=';
            if (!named && entries.length > 1) {
                throw new IllegalArgumentException("An entry of the secret '" + name + "' has no key id; write each as"
                        + " <key id>=<value>, separated by white space.");
            }
            String keyId = named ? entry.substring(0, equals) : name;
            String value = named ? entry.substring(equals + 1) : entry;
            if (!ids.add(keyId)) {
                throw new IllegalArgumentException(
                        "Two values of the secret '" + name + "' have the key id '" + keyId + "'.");
            }
            byte[] decoded = decoded(name, value);
            values.add(decoded == null ? SecretValue.ofText(keyId, value) : SecretValue.of(keyId, decoded));
        }
        return values;
    }

    static void checkKeyId(String keyId) {
        if (!isKeyId(keyId)) {
            throw new IllegalArgumentException(
                    "A key id is 1 to 64 letters, digits, '.', '_' or '-', as in \"2026-11\".");
        }
    }

    private static byte @Nullable [] decoded(String name, String value) {
        try {
            if (value.startsWith("base64:")) {
                return Base64.getDecoder().decode(value.substring("base64:".length()));
            }
            if (value.startsWith("hex:")) {
                return HexFormat.of().parseHex(value.substring("hex:".length()));
            }
        } catch (IllegalArgumentException e) {
            // The decoder's message quotes the value's characters; it must not travel on, not even as a cause.
            throw new IllegalArgumentException("A value of the secret '" + name + "' is not valid base64 or hex.");
        }
        return null;
    }

    private static boolean isKeyId(String text) {
        if (text.isEmpty() || text.length() > 64) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!alphanumeric && (i == 0 || (c != '.' && c != '_' && c != '-'))) {
                return false;
            }
        }
        return true;
    }
}
