package listed;

import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

public class Cwe326Strength {
    SecretKey bad1() throws Exception {
        KeyGenerator generator = KeyGenerator.getInstance("HmacSHA256");
        generator.init(64); // BUG: WeakMac
        return generator.generateKey();
    }

    Mac bad2(byte[] key) throws Exception {
        String name = "HmacMD5";
        Mac mac = Mac.getInstance(name); // BUG: WeakMac
        mac.init(new SecretKeySpec(key, name));
        return mac;
    }

    byte[] bad3(byte[] secret, byte[] message) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(secret);
        digest.update(message);
        return digest.digest(); // BUG: WeakMac
    }

    boolean bad4(Mac mac, byte[] message, byte[] given) {
        byte[] tag = Arrays.copyOf(mac.doFinal(message), 4); // BUG: WeakMac
        return MessageDigest.isEqual(tag, given);
    }

    Mac bad5(byte[] key, boolean legacy) throws Exception {
        Mac mac = Mac.getInstance(legacy ? "HmacSHA1" : "HmacSHA256"); // BUG: WeakMac
        mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
        return mac;
    }

    SecretKey good1() throws Exception {
        KeyGenerator generator = KeyGenerator.getInstance("HmacSHA256");
        generator.init(256); // OK: WeakMac
        return generator.generateKey();
    }

    Mac good2(byte[] key) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA512"); // OK: WeakMac
        mac.init(new SecretKeySpec(key, "HmacSHA512"));
        return mac;
    }

    byte[] good3(byte[] header, byte[] message) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(header);
        digest.update(message);
        return digest.digest(); // OK: WeakMac
    }

    byte[] good4(Mac mac, byte[] message) {
        return Arrays.copyOf(mac.doFinal(message), 16); // OK: WeakMac
    }
}
