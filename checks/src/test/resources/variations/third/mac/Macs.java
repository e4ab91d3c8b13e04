package com.acme.mac;

import com.google.common.hash.Hashing;
import io.jsonwebtoken.Jwts;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;

public class Macs {
    private static final String ALGORITHM = "HmacSHA1";
    private String appSecret;

    byte[] constant(byte[] key, byte[] data) throws Exception {
        Mac mac = Mac.getInstance(ALGORITHM); // BUG: WeakMac
        mac.init(new SecretKeySpec(key, ALGORITHM));
        return mac.doFinal(data);
    }

    byte[] strong(byte[] key, byte[] data) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256"); // OK: WeakMac
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    String utils(String key, String data) {
        return new HmacUtils(HmacAlgorithms.HMAC_MD5, key).hmacHex(data); // BUG: WeakMac
    }

    String utilsOld(String key, String data) {
        return HmacUtils.hmacSha1Hex(key, data); // BUG: WeakMac
    }

    String utilsGood(String key, String data) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmacHex(data); // OK: WeakMac
    }

    String guava(byte[] key, String data) {
        return Hashing.hmacMd5(key).hashString(data, StandardCharsets.UTF_8).toString(); // BUG: WeakMac
    }

    String guavaGood(byte[] key, String data) {
        return Hashing.hmacSha256(key).hashString(data, StandardCharsets.UTF_8).toString(); // OK: WeakMac
    }

    /** The taobao, JD and a hundred other gateways' way. */
    String gateway(TreeMap<String, String> params) {
        StringBuilder sb = new StringBuilder(appSecret);
        params.forEach((k, v) -> sb.append(k).append(v));
        sb.append(appSecret);
        return DigestUtils.md5Hex(sb.toString()).toUpperCase(); // BUG: WeakMac
    }

    String prefixed(String message) throws Exception {
        MessageDigest d = MessageDigest.getInstance("SHA-256");
        d.update(appSecret.getBytes(StandardCharsets.UTF_8));
        d.update(message.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(d.digest()); // BUG: WeakMac
    }

    String concatenated(String message, String signingKey) {
        return DigestUtils.sha256Hex(message + "&key=" + signingKey); // BUG: WeakMac
    }

    String contentHash(String message) {
        return DigestUtils.sha256Hex(message); // OK: WeakMac
    }

    byte[] cut(byte[] key, byte[] data) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Arrays.copyOf(mac.doFinal(data), 8); // BUG: WeakMac
    }

    byte[] cutEnough(byte[] key, byte[] data) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(key, "HmacSHA512"));
        return Arrays.copyOf(mac.doFinal(data), 32); // OK: WeakMac
    }

    HMac bouncy() {
        return new HMac(new MD5Digest()); // BUG: WeakMac
    }

    HMac bouncyGood() {
        return new HMac(new SHA256Digest()); // OK: WeakMac
    }

    byte[] chosen(boolean legacy, byte[] key, byte[] data) throws Exception {
        Mac mac = Mac.getInstance(legacy ? "HmacMD5" : "HmacSHA256"); // BUG: WeakMac
        mac.init(new SecretKeySpec(key, "RAW"));
        return mac.doFinal(data);
    }

    javax.crypto.SecretKey generated() throws Exception {
        KeyGenerator g = KeyGenerator.getInstance("HmacSHA1"); // BUG: WeakMac
        return g.generateKey();
    }

    String shortHex(String key, String data) {
        String hex = new HmacUtils("HmacSHA256", key).hmacHex(data);
        return hex.substring(0, 10); // BUG: WeakMac
    }
}
