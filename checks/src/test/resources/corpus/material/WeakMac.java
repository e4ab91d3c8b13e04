package corpus.material;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

class Macs {

    private final byte[] key;
    private final String secret = System.getenv("SIGNING_SECRET");
    private static final String OLD = "HmacSHA1";
    private static final String GOOD = "HmacSHA256";

    Macs(byte[] key) {
        this.key = key;
    }

    Mac md5() throws Exception {
        return Mac.getInstance("HmacMD5"); // BUG: WeakMac
    }

    Mac sha1() throws Exception {
        return Mac.getInstance("HmacSHA1"); // BUG: WeakMac
    }

    Mac constant() throws Exception {
        return Mac.getInstance(OLD); // BUG: WeakMac
    }

    Mac provider() throws Exception {
        return Mac.getInstance("HMACSHA1", "SunJCE"); // BUG: WeakMac
    }

    String commons(String body) {
        return HmacUtils.hmacSha1Hex(secret, body); // BUG: WeakMac
    }

    String commonsAlgorithm(String body) {
        return new HmacUtils(HmacAlgorithms.HMAC_MD5, secret).hmacHex(body); // BUG: WeakMac
    }

    Object guava(String body) {
        return Hashing.hmacSha1(key).hashString(body, StandardCharsets.UTF_8); // BUG: WeakMac
    }

    String plainHash(String body) throws Exception {
        MessageDigest d = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(d.digest((secret + body).getBytes(StandardCharsets.UTF_8))); // BUG: WeakMac
    }

    String plainHashCommons(String body) {
        return DigestUtils.sha256Hex(secret + body); // BUG: WeakMac
    }

    byte[] plainHashUpdates(byte[] body) throws Exception {
        MessageDigest d = MessageDigest.getInstance("SHA-256");
        d.update(secret.getBytes(StandardCharsets.UTF_8));
        d.update(body);
        return d.digest(); // BUG: WeakMac
    }

    Object shortKey() throws Exception {
        KeyGenerator g = KeyGenerator.getInstance("HmacSHA256");
        g.init(64); // BUG: WeakMac
        return g.generateKey();
    }

    byte[] truncated(byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Arrays.copyOf(mac.doFinal(body), 8); // BUG: WeakMac
    }

    String truncatedText(byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body)).substring(0, 10); // BUG: WeakMac
    }

    // ---- fine

    Mac sha256() throws Exception {
        return Mac.getInstance("HmacSHA256"); // OK: WeakMac
    }

    Mac sha512() throws Exception {
        return Mac.getInstance("HmacSHA512"); // OK: WeakMac
    }

    Mac goodConstant() throws Exception {
        return Mac.getInstance(GOOD); // OK: WeakMac
    }

    Mac variable(String algorithm) throws Exception {
        return Mac.getInstance(algorithm); // OK: WeakMac
    }

    String commonsGood(String body) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(body); // OK: WeakMac
    }

    Object guavaGood(String body) {
        return Hashing.hmacSha256(key).hashString(body, StandardCharsets.UTF_8); // OK: WeakMac
    }

    byte[] half(byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Arrays.copyOf(mac.doFinal(body), 16); // OK: WeakMac
    }

    byte[] checksum(byte[] file) throws Exception {
        return MessageDigest.getInstance("SHA-1").digest(file); // OK: WeakMac
    }

    String etag(String a, String b) {
        return DigestUtils.sha256Hex(a + b); // OK: WeakMac
    }

    Object longKey() throws Exception {
        KeyGenerator g = KeyGenerator.getInstance("HmacSHA256");
        g.init(256); // OK: WeakMac
        return g.generateKey();
    }

    boolean isOld(String algorithm) {
        return algorithm.startsWith("HmacSHA1"); // OK: WeakMac
    }

    byte[] digestOfKey() throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(key); // OK: WeakMac
    }
}
