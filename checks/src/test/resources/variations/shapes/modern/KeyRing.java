package modern;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;

final class KeyRing {

    enum Purpose { SIGN, SEAL }

    private static final byte[] FIXED = {0x13, 0x37, 0x42, 0x11, 0x0f, 0x5c, 0x7d, 0x21, 0x13, 0x37, 0x42, 0x11, 0x0f, 0x5c, 0x7d, 0x21};

    KeyStore openBad(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, "changeit-2019".toCharArray()); // BUG: HardcodedSecret
        }
        return store;
    }

    KeyStore openGood(Path file, char[] storePassword) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, storePassword); // OK: HardcodedSecret
        }
        return store;
    }

    Key keyBad(KeyStore store, String alias) throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        char[] pass = {'s', 'e', 'c', 'r', '3', 't', '!', '9'};
        factory.init(store, pass); // BUG: HardcodedSecret
        return null;
    }

    Cipher sealBad(byte[] nonce) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(FIXED, "AES"), new GCMParameterSpec(128, nonce)); // BUG: HardcodedSecret
        return cipher;
    }

    Cipher sealGood(byte[] nonce, Key key) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce)); // OK: HardcodedSecret
        return cipher;
    }

    Mac macFor(Purpose purpose, byte[] material) throws Exception {
        String algorithm = switch (purpose) {
            case SIGN -> "HmacSHA1";
            case SEAL -> "HmacSHA256";
        };
        Mac mac = Mac.getInstance(algorithm); // BUG: WeakMac
        mac.init(new SecretKeySpec(material, algorithm));
        return mac;
    }

    Mac macGood(byte[] material) throws Exception {
        String algorithm = "Hmac" + "SHA512";
        Mac mac = Mac.getInstance(algorithm); // OK: WeakMac
        mac.init(new SecretKeySpec(material, algorithm));
        return mac;
    }
}
