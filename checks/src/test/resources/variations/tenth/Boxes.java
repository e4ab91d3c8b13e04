package tenth;

import java.util.Map;
import javax.crypto.spec.PBEKeySpec;

/** A field that begins with a written passphrase, and may be given another one. */
final class Boxes {

    private char[] phrase = "open the box".toCharArray(); // BUG: DefaultSecretFallback
    private char[] given;
    private String salt = "saltsalt";
    private int count = 65_536;

    void initialize(Map<String, String> options) {
        String password = options.get("password");
        if (password != null) {
            phrase = password.toCharArray();
            given = password.toCharArray();
        }
        if (options.containsKey("salt")) {
            salt = options.get("salt");
        }
    }

    PBEKeySpec key() {
        return new PBEKeySpec(phrase, salt.getBytes(), count);
    }

    PBEKeySpec ownKey(byte[] drawn) {
        return new PBEKeySpec(given, drawn, count);
    }
}
