package eleventh;

import java.util.Map;

/** Defaults that only names tell. */
final class Defaults {

    private static final char[] DEFAULT_HMAC_SECRET = "secret".toCharArray();
    private static final char[] DEFAULT_COLOR = "blue".toCharArray();

    char[] secret(Map<String, Object> options) {
        return options.containsKey("a") ? options.get("a").toString().toCharArray() : DEFAULT_HMAC_SECRET; // BUG: DefaultSecretFallback
    }

    char[] color(Map<String, Object> options) {
        return options.containsKey("a") ? options.get("a").toString().toCharArray() : DEFAULT_COLOR; // OK: DefaultSecretFallback
    }

    String login(Settings settings, Context context) {
        String name = settings.getStringProperty(context, "app.login.name", "admin"); // OK: DefaultSecretFallback
        return name + settings.getMaybeSealedProperty(context, "app.login.password", "admin"); // BUG: DefaultSecretFallback
    }
}

/** A passphrase that is written element by element. */
final class Sealing {

    private final byte[] sixteen = {
        (byte) 0x08, (byte) 0x09, (byte) 0x0A, (byte) 0x0B,
        (byte) 0x0C, (byte) 0x0D, (byte) 0x0E, (byte) 0x0F
    };
    private byte[] passPhrase;
    private byte[] magic;

    Sealing() {
        this.passPhrase = sixteen; // BUG: HardcodedSecret
        this.magic = sixteen; // OK: HardcodedSecret
    }
}
