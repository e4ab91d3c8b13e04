package corpus.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Replay {

    private final SecretKey key;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> usedNonces = ConcurrentHashMap.newKeySet();
    private final StringRedisTemplate redis;

    Replay(SecretKey key, StringRedisTemplate redis) {
        this.key = key;
        this.redis = redis;
    }

    private boolean verify(String data, String sig) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return MessageDigest.isEqual(mac.doFinal(data.getBytes(StandardCharsets.UTF_8)), HexFormat.of().parseHex(sig));
    }

    @PostMapping("/a")
    int bodyOnly(@RequestHeader("X-Signature") String sig, @RequestBody String body) throws Exception {
        return verify(body, sig) ? 200 : 401; // BUG: SignatureReplayable
    }

    @PostMapping("/b")
    int inline(@RequestHeader("X-Signature") String sig, @RequestBody byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return MessageDigest.isEqual(mac.doFinal(body), HexFormat.of().parseHex(sig)) ? 200 : 401; // BUG: SignatureReplayable
    }

    @PostMapping("/c")
    int unsignedTimestamp(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Timestamp") long ts, @RequestBody String body) throws Exception {
        if (Math.abs(Instant.now().getEpochSecond() - ts) > 300) {
            return 401;
        }
        return verify(body, sig) ? 200 : 401; // BUG: SignatureReplayable
    }

    @PostMapping("/d")
    int unboundedTimestamp(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Timestamp") long ts, @RequestBody String body) throws Exception {
        return verify(ts + body, sig) ? 200 : 401; // BUG: SignatureReplayable
    }

    @PostMapping("/e")
    int unsignedNonce(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Nonce") String nonce, @RequestHeader("X-Timestamp") long ts, @RequestBody String body) throws Exception {
        if (Math.abs(Instant.now().getEpochSecond() - ts) > 300 || !Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(nonce, "1", Duration.ofMinutes(10)))) {
            return 401;
        }
        return verify(ts + body, sig) ? 200 : 401; // BUG: SignatureReplayable
    }

    @PostMapping("/f")
    int checkThenAdd(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Nonce") String nonce, @RequestHeader("X-Timestamp") long ts, @RequestBody String body) throws Exception {
        if (Math.abs(Instant.now().getEpochSecond() - ts) > 300 || !verify(ts + nonce + body, sig)) {
            return 401;
        }
        if (usedNonces.contains(nonce)) { // BUG: SignatureReplayable
            return 401;
        }
        usedNonces.add(nonce);
        return 200;
    }

    @PostMapping("/g")
    int unboundedSet(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Nonce") String nonce, @RequestHeader("X-Timestamp") long ts, @RequestBody String body) throws Exception {
        if (Math.abs(Instant.now().getEpochSecond() - ts) > 300 || !verify(ts + nonce + body, sig)) {
            return 401;
        }
        return seen.add(nonce) ? 200 : 401; // BUG: SignatureReplayable
    }

    @PostMapping("/h")
    int redisTwoSteps(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Nonce") String nonce, @RequestHeader("X-Timestamp") long ts, @RequestBody String body) throws Exception {
        if (Math.abs(Instant.now().getEpochSecond() - ts) > 300 || !verify(ts + nonce + body, sig)) {
            return 401;
        }
        if (Boolean.TRUE.equals(redis.hasKey(nonce))) { // BUG: SignatureReplayable
            return 401;
        }
        redis.opsForValue().set(nonce, "1", Duration.ofMinutes(10));
        return 200;
    }

    @PostMapping("/i")
    int redisForever(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Nonce") String nonce, @RequestHeader("X-Timestamp") long ts, @RequestBody String body) throws Exception {
        if (Math.abs(Instant.now().getEpochSecond() - ts) > 300 || !verify(ts + nonce + body, sig)) {
            return 401;
        }
        return Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(nonce, "1")) ? 200 : 401; // BUG: SignatureReplayable
    }

    @PostMapping("/j")
    int futureAllowed(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Request-Id") String id, @RequestBody String body) throws Exception {
        return verify(id + body, sig) ? 200 : 401; // BUG: SignatureReplayable
    }

    // ---- fine

    @PostMapping("/k")
    int bounded(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Timestamp") long ts, @RequestBody String body) throws Exception {
        if (Math.abs(Instant.now().getEpochSecond() - ts) > 300) {
            return 401;
        }
        return verify(ts + "." + body, sig) ? 200 : 401; // OK: SignatureReplayable
    }

    @PostMapping("/l")
    int duration(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Timestamp") String ts, @RequestBody String body) throws Exception {
        Duration age = Duration.between(Instant.parse(ts), Instant.now()).abs();
        if (age.compareTo(Duration.ofMinutes(5)) > 0) {
            return 401;
        }
        return verify(ts + body, sig) ? 200 : 401; // OK: SignatureReplayable
    }

    @PostMapping("/m")
    int atomicNonce(@RequestHeader("X-Signature") String sig, @RequestHeader("X-Nonce") String nonce, @RequestHeader("X-Timestamp") long ts, @RequestBody String body) throws Exception {
        if (Math.abs(Instant.now().getEpochSecond() - ts) > 300 || !verify(ts + nonce + body, sig)) { // OK: SignatureReplayable
            return 401;
        }
        return Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(nonce, "1", Duration.ofMinutes(10))) ? 200 : 401; // OK: SignatureReplayable
    }

    String sign(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8))); // OK: SignatureReplayable
    }

    void visited(String page) {
        if (!seen.contains(page)) { // OK: SignatureReplayable
            seen.add(page);
        }
    }

    boolean downloaded(byte[] file, byte[] sum) throws Exception {
        return MessageDigest.isEqual(MessageDigest.getInstance("SHA-256").digest(file), sum); // OK: SignatureReplayable
    }
}
