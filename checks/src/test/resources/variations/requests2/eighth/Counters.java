package requests.eighth;

import java.time.Duration;
import javax.servlet.http.HttpServletRequest;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.impl.client.CloseableHttpClient;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Limits in a shared store, and requests by an address without TLS. */
final class Counters {

    private static final int MOST = 5;

    private final StringRedisTemplate redis;
    private final CloseableHttpClient http;
    private final String serverToken;

    Counters(StringRedisTemplate redis, CloseableHttpClient http, String serverToken) {
        this.redis = redis;
        this.http = http;
        this.serverToken = serverToken;
    }

    boolean mayRegister(HttpServletRequest request) {
        String from = request.getHeader("X-Forwarded-For");
        if (from == null) {
            from = request.getRemoteAddr();
        }
        String key = "rate_limit:register:" + from;
        Long count = redis.opsForZSet().zCard(key); // BUG: SpoofableClientAddress
        redis.opsForZSet().add(key, Long.toString(System.nanoTime()), System.nanoTime());
        redis.expire(key, Duration.ofSeconds(10));
        return count == null || count < MOST;
    }

    boolean mayAsk(HttpServletRequest request) {
        Long count = redis.opsForZSet().zCard("rate_limit:ask:" + request.getRemoteAddr());
        return count == null || count < MOST;
    }

    /** Where a visitor comes from, for a greeting. */
    String country(HttpServletRequest request) {
        return redis.opsForValue().get("country:" + request.getHeader("X-Forwarded-For"));
    }

    void mail(String text) throws Exception {
        HttpPost post = new HttpPost("http://api.mailer.example.com/send"); // BUG: SecretOverPlainHttp
        post.addHeader("Accept", "application/json");
        post.addHeader("X-Mailer-Server-Token", serverToken);
        http.execute(post);
    }

    void page(String pageToken) throws Exception {
        HttpPost post = new HttpPost("http://api.mailer.example.com/list");
        post.addHeader("X-Next-Page-Token", pageToken);
        post.addHeader("Idempotency-Key", pageToken);
        http.execute(post);
    }
}
