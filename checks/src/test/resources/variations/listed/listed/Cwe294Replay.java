package listed;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.servlet.http.HttpServletRequest;

public class Cwe294Replay {
    private final byte[] key;
    private final Set<String> seen = Collections.synchronizedSet(new HashSet<>());
    private final NonceStore store;

    interface NonceStore {
        boolean putIfAbsent(String nonce, Duration ttl);
    }

    Cwe294Replay(byte[] key, NonceStore store) {
        this.key = key;
        this.store = store;
    }

    private byte[] mac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes());
    }

    boolean bad1(HttpServletRequest request, byte[] body) throws Exception {
        byte[] given = HexFormat.of().parseHex(request.getHeader("X-Signature"));
        return MessageDigest.isEqual(mac(new String(body)), given); // BUG: SignatureReplayable
    }

    boolean bad2(HttpServletRequest request, byte[] body) throws Exception {
        byte[] given = HexFormat.of().parseHex(request.getHeader("X-Signature"));
        Instant sent = Instant.parse(request.getHeader("X-Timestamp"));
        if (Duration.between(sent, Instant.now()).abs().toMinutes() > 5) {
            return false;
        }
        return MessageDigest.isEqual(mac(new String(body)), given); // BUG: SignatureReplayable
    }

    boolean bad3(HttpServletRequest request, byte[] body) throws Exception {
        String nonce = request.getHeader("X-Nonce");
        byte[] given = HexFormat.of().parseHex(request.getHeader("X-Signature"));
        if (!MessageDigest.isEqual(mac(nonce + new String(body)), given)) {
            return false;
        }
        if (seen.contains(nonce)) { // BUG: SignatureReplayable
            return false;
        }
        seen.add(nonce);
        return true;
    }

    boolean bad4(HttpServletRequest request, byte[] body) throws Exception {
        String timestamp = request.getHeader("X-Timestamp");
        byte[] given = HexFormat.of().parseHex(request.getHeader("X-Signature"));
        return MessageDigest.isEqual(mac(timestamp + "." + new String(body)), given); // BUG: SignatureReplayable
    }

    boolean good1(HttpServletRequest request, byte[] body) throws Exception {
        String timestamp = request.getHeader("X-Timestamp");
        long age = System.currentTimeMillis() - Long.parseLong(timestamp);
        if (Math.abs(age) > 300_000L) {
            return false;
        }
        byte[] given = HexFormat.of().parseHex(request.getHeader("X-Signature"));
        return MessageDigest.isEqual(mac(timestamp + "." + new String(body)), given); // OK: SignatureReplayable
    }

    boolean good2(HttpServletRequest request, byte[] body) throws Exception {
        String timestamp = request.getHeader("X-Timestamp");
        String nonce = request.getHeader("X-Nonce");
        byte[] given = HexFormat.of().parseHex(request.getHeader("X-Signature"));
        if (!MessageDigest.isEqual(mac(timestamp + nonce + new String(body)), given)) { // OK: SignatureReplayable
            return false;
        }
        if (Instant.parse(timestamp).isBefore(Instant.now().minusSeconds(300)) || Instant.parse(timestamp).isAfter(Instant.now().plusSeconds(60))) {
            return false;
        }
        return store.putIfAbsent(nonce, Duration.ofMinutes(10)); // OK: SignatureReplayable
    }
}
