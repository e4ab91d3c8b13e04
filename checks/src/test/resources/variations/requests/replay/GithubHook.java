package ci.hooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.io.IOUtils;
import org.springframework.data.redis.core.StringRedisTemplate;

public class GithubHook extends HttpServlet {
    private final byte[] key;
    private final Builds builds;

    public GithubHook(byte[] key, Builds builds) {
        this.key = key;
        this.builds = builds;
    }

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        byte[] body = IOUtils.toByteArray(req.getInputStream());
        String expected = "sha256=" + Hmac.hex(key, body);
        if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), req.getHeader("X-Hub-Signature-256").getBytes(StandardCharsets.UTF_8))) { // BUG: SignatureReplayable
            resp.sendError(403);
            return;
        }
        builds.start(body);
    }

    interface Builds {
        void start(byte[] body);
    }
}

final class Hmac {
    static String hex(byte[] key, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Hex.encodeHexString(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

class TimestampNotSigned extends HttpServlet {
    private byte[] key;

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        byte[] body = IOUtils.toByteArray(req.getInputStream());
        Instant sent = Instant.parse(req.getHeader("X-Timestamp"));
        if (sent.isBefore(Instant.now().minusSeconds(300))) {
            resp.sendError(401);
            return;
        }
        String expected = Hmac.hex(key, body);
        if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), req.getHeader("X-Signature").getBytes(StandardCharsets.UTF_8))) { // BUG: SignatureReplayable
            resp.sendError(401);
        }
    }
}

class TimestampNotChecked extends HttpServlet {
    private byte[] key;

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String body = IOUtils.toString(req.getReader());
        String timestamp = req.getHeader("X-Slack-Request-Timestamp");
        String base = "v0:" + timestamp + ":" + body;
        String expected = "v0=" + Hmac.hex(key, base.getBytes(StandardCharsets.UTF_8));
        if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), req.getHeader("X-Slack-Signature").getBytes(StandardCharsets.UTF_8))) { // BUG: SignatureReplayable
            resp.sendError(401);
        }
    }
}

class SlackFixed extends HttpServlet {
    private byte[] key;

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String body = IOUtils.toString(req.getReader());
        String timestamp = req.getHeader("X-Slack-Request-Timestamp");
        if (Math.abs(System.currentTimeMillis() / 1000L - Long.parseLong(timestamp)) > 60 * 5) {
            resp.sendError(401);
            return;
        }
        String base = "v0:" + timestamp + ":" + body;
        String expected = "v0=" + Hmac.hex(key, base.getBytes(StandardCharsets.UTF_8));
        if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), req.getHeader("X-Slack-Signature").getBytes(StandardCharsets.UTF_8))) { // OK: SignatureReplayable
            resp.sendError(401);
        }
    }
}

class NonceGuard {
    private final Set<String> usedNonces = new HashSet<>();
    private final StringRedisTemplate redis;
    private final com.github.benmanes.caffeine.cache.Cache<String, Boolean> recent;

    NonceGuard(StringRedisTemplate redis, com.github.benmanes.caffeine.cache.Cache<String, Boolean> recent) {
        this.redis = redis;
        this.recent = recent;
    }

    boolean twoSteps(String nonce) {
        if (usedNonces.contains(nonce)) { // BUG: SignatureReplayable
            return false;
        }
        usedNonces.add(nonce);
        return true;
    }

    boolean redisTwoSteps(String nonce) {
        String cacheKey = "nonce:" + nonce;
        if (Boolean.TRUE.equals(redis.hasKey(cacheKey))) { // BUG: SignatureReplayable
            return false;
        }
        redis.opsForValue().set(cacheKey, "1", Duration.ofMinutes(5));
        return true;
    }

    boolean redisGetThenSet(String nonce) {
        if (redis.opsForValue().get("n:" + nonce) != null) { // BUG: SignatureReplayable
            throw new SecurityException("replay");
        }
        redis.opsForValue().set("n:" + nonce, "1", Duration.ofMinutes(5));
        return true;
    }

    boolean redisOneStep(String nonce) {
        return Boolean.TRUE.equals(redis.opsForValue().setIfAbsent("nonce:" + nonce, "1", Duration.ofMinutes(5))); // OK: SignatureReplayable
    }

    boolean caffeineOneStep(String nonce) {
        return recent.asMap().putIfAbsent(nonce, Boolean.TRUE) == null; // OK: SignatureReplayable
    }
}

class UnboundedNonces {
    private final Set<String> seenNonces = ConcurrentHashMap.newKeySet();

    void check(String nonce) {
        if (!seenNonces.add(nonce)) { // BUG: SignatureReplayable
            throw new SecurityException("replay");
        }
    }
}
