package webhooks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.data.redis.core.StringRedisTemplate;

final class TwoSteps {

    private final StringRedisTemplate redis;
    private final SecretKey key;

    TwoSteps(StringRedisTemplate redis, SecretKey key) {
        this.redis = redis;
        this.key = key;
    }

    boolean verify(byte[] body, String nonce, String sentAt, byte[] signature) throws Exception {
        if (Math.abs(Instant.now().getEpochSecond() - Long.parseLong(sentAt)) > 300) {
            return false;
        }
        if (Boolean.TRUE.equals(redis.hasKey("nonce:" + nonce))) { // BUG: SignatureReplayable
            return false;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        mac.update((nonce + sentAt).getBytes(StandardCharsets.UTF_8));
        boolean genuine = MessageDigest.isEqual(mac.doFinal(body), signature);
        if (genuine) {
            redis.opsForValue().set("nonce:" + nonce, "1", 10, TimeUnit.MINUTES);
        }
        return genuine;
    }

    boolean verifyOnce(byte[] body, String nonce, String sentAt, byte[] signature) throws Exception {
        if (Math.abs(Instant.now().getEpochSecond() - Long.parseLong(sentAt)) > 300) {
            return false;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        mac.update((nonce + sentAt).getBytes(StandardCharsets.UTF_8));
        boolean genuine = MessageDigest.isEqual(mac.doFinal(body), signature);
        return genuine
                && Boolean.TRUE.equals(
                        redis.opsForValue().setIfAbsent("nonce:" + nonce, "1", 10, TimeUnit.MINUTES)); // OK: SignatureReplayable
    }
}
