package io.acme.mac;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

public class Samples {
    private final String secret;

    Samples(String secret) {
        this.secret = secret;
    }

    byte[] md5(byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacMD5"); // BUG: WeakMac
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacMD5"));
        return mac.doFinal(body);
    }

    String sha1(String body) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_1, secret).hmacHex(body); // BUG: WeakMac
    }

    String plainHash(String body) {
        return DigestUtils.sha256Hex(secret + body); // BUG: WeakMac
    }

    String sortedParams(java.util.TreeMap<String, String> params) {
        StringBuilder sb = new StringBuilder();
        for (var e : params.entrySet()) {
            sb.append(e.getKey()).append('=').append(e.getValue()).append('&');
        }
        sb.append("key=").append(secret);
        return DigestUtils.md5Hex(sb.toString()).toUpperCase(); // BUG: WeakMac
    }

    byte[] digest(byte[] body) throws Exception {
        MessageDigest md = MessageDigest.getInstance("SHA-256");
        md.update(secret.getBytes(StandardCharsets.UTF_8));
        md.update(body);
        return md.digest(); // BUG: WeakMac
    }

    String guava(String body) {
        return Hashing.hmacSha1(secret.getBytes(StandardCharsets.UTF_8)).hashString(body, StandardCharsets.UTF_8).toString(); // BUG: WeakMac
    }

    byte[] truncated(byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Arrays.copyOf(mac.doFinal(body), 8); // BUG: WeakMac
    }

    byte[] good(byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256"); // OK: WeakMac
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(body);
    }

    String goodGuava(String body) {
        return Hashing.hmacSha256(secret.getBytes(StandardCharsets.UTF_8)).hashString(body, StandardCharsets.UTF_8).toString(); // OK: WeakMac
    }

    String checksum(String name, String body) {
        return DigestUtils.sha256Hex(name + body); // OK: WeakMac
    }

    byte[] half(byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Arrays.copyOf(mac.doFinal(body), 16); // OK: WeakMac
    }
}
