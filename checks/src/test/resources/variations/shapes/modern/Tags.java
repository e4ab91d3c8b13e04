package modern;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

final class Tags {

    byte[] concatenated(byte[] secretKey, byte[] message) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(secretKey);
        sha.update(message);
        return sha.digest(); // BUG: WeakMac
    }

    byte[] shortTag(SecretKey key, byte[] message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return Arrays.copyOf(mac.doFinal(message), 6); // BUG: WeakMac
    }

    byte[] shortTagGood(SecretKey key, byte[] message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return Arrays.copyOf(mac.doFinal(message), 16); // OK: WeakMac
    }

    Mac shortKey() throws Exception {
        KeyGenerator generator = KeyGenerator.getInstance("HmacSHA256");
        generator.init(56); // BUG: WeakMac
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(generator.generateKey());
        return mac;
    }

    Mac longKey() throws Exception {
        KeyGenerator generator = KeyGenerator.getInstance("HmacSHA256");
        generator.init(256); // OK: WeakMac
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(generator.generateKey());
        return mac;
    }

    String md5(String signingSecret, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacMD5"); // BUG: WeakMac
        mac.init(new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), "HmacMD5"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    String fingerprint(byte[] certificate) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update(certificate);
        return HexFormat.of().formatHex(sha.digest()); // OK: WeakMac
    }

    boolean buffers(SecretKey key, byte[] message, byte[] presented) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return ByteBuffer.wrap(mac.doFinal(message)).equals(ByteBuffer.wrap(presented)); // BUG: TimingUnsafeComparison
    }

    boolean mismatch(SecretKey key, byte[] message, byte[] presented) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return Arrays.mismatch(mac.doFinal(message), presented) < 0; // BUG: TimingUnsafeComparison
    }

    boolean loop(SecretKey key, byte[] message, byte[] presented) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        byte[] own = mac.doFinal(message);
        if (own.length != presented.length) { // OK: TimingUnsafeComparison
            return false;
        }
        int i = 0;
        while (i < own.length) {
            if (own[i] != presented[i]) { // BUG: TimingUnsafeComparison
                return false;
            }
            i++;
        }
        return true;
    }

    boolean xor(SecretKey key, byte[] message, byte[] presented) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        byte[] own = mac.doFinal(message);
        int difference = own.length ^ presented.length;
        for (int i = 0; i < own.length && i < presented.length; i++) {
            difference |= own[i] ^ presented[i]; // OK: TimingUnsafeComparison
        }
        return difference == 0;
    }

    boolean flag(SecretKey key, byte[] message, byte[] presented) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return MessageDigest.isEqual(mac.doFinal(message), presented); // OK: TimingUnsafeComparison
    }
}
