package corpus.caller;

import io.vertx.ext.web.RoutingContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.RequestHeader;

class ClientAddresses {

    private static final Logger audit = LoggerFactory.getLogger("audit");
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
    private final Set<String> allowedAddresses = Set.of("10.0.0.1", "10.0.0.2");
    private final Set<String> trustedProxies = Set.of("10.1.0.1");
    private final Limiter limiter;

    ClientAddresses(Limiter limiter) {
        this.limiter = limiter;
    }

    boolean limit(HttpServletRequest request) {
        String ip = request.getHeader("X-Forwarded-For");
        return attempts.computeIfAbsent(ip, k -> new AtomicInteger()).incrementAndGet() < 5; // BUG: SpoofableClientAddress
    }

    boolean limitFirst(HttpServletRequest request) {
        String ip = request.getHeader("X-Forwarded-For").split(",")[0].trim();
        return limiter.tryAcquire(ip); // BUG: SpoofableClientAddress
    }

    boolean allow(HttpServletRequest request) {
        return allowedAddresses.contains(request.getHeader("X-Real-IP")); // BUG: SpoofableClientAddress
    }

    boolean internal(HttpServletRequest request) {
        String ip = request.getHeader("X-Forwarded-For");
        return ip != null && ip.startsWith("10."); // BUG: SpoofableClientAddress
    }

    boolean equal(HttpServletRequest request) {
        return "127.0.0.1".equals(request.getHeader("X-Client-IP")); // BUG: SpoofableClientAddress
    }

    private static String clientIp(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        return forwarded != null ? forwarded : request.getRemoteAddr();
    }

    boolean helper(HttpServletRequest request) {
        return limiter.tryAcquire(clientIp(request)); // BUG: SpoofableClientAddress
    }

    boolean annotation(@RequestHeader("X-Forwarded-For") String ip) {
        return limiter.tryAcquire(ip); // BUG: SpoofableClientAddress
    }

    boolean reactive(ServerHttpRequest request) {
        String ip = request.getHeaders().getFirst("X-Forwarded-For");
        return allowedAddresses.contains(ip); // BUG: SpoofableClientAddress
    }

    boolean vertx(RoutingContext ctx) {
        String ip = ctx.request().getHeader("CF-Connecting-IP");
        return limiter.tryAcquire(ip); // BUG: SpoofableClientAddress
    }

    boolean forwarded(HttpServletRequest request) {
        String f = request.getHeader("Forwarded");
        return allowedAddresses.contains(f.substring(4)); // BUG: SpoofableClientAddress
    }

    void audit(HttpServletRequest request, String user) {
        audit.info("login of {} from {}", user, request.getHeader("X-Forwarded-For")); // BUG: SpoofableClientAddress
    }

    // ---- fine

    boolean socket(HttpServletRequest request) {
        return limiter.tryAcquire(request.getRemoteAddr()); // OK: SpoofableClientAddress
    }

    boolean allowedSocket(HttpServletRequest request) {
        return allowedAddresses.contains(request.getRemoteAddr()); // OK: SpoofableClientAddress
    }

    boolean trusted(HttpServletRequest request) {
        String ip = request.getRemoteAddr();
        if (trustedProxies.contains(ip)) { // OK: SpoofableClientAddress
            ip = request.getHeader("X-Forwarded-For");
        }
        return limiter.tryAcquire(ip); // OK: SpoofableClientAddress
    }

    String shown(HttpServletRequest request) {
        return "you come from " + request.getHeader("X-Forwarded-For"); // OK: SpoofableClientAddress
    }

    boolean language(HttpServletRequest request) {
        return limiter.tryAcquire(request.getHeader("Accept-Language")); // OK: SpoofableClientAddress
    }

    boolean byKey(HttpServletRequest request) {
        return limiter.tryAcquire(request.getHeader("X-Key-Id")); // OK: SpoofableClientAddress
    }

    boolean host(HttpServletRequest request) {
        return request.getHeader("X-Forwarded-Proto").equals("https"); // OK: SpoofableClientAddress
    }

    void noAudit(HttpServletRequest request) {
        audit.info("login from {}", request.getRemoteAddr()); // OK: SpoofableClientAddress
    }

    void forward(HttpServletRequest request, Builder builder) {
        builder.header("X-Forwarded-For", request.getRemoteAddr()); // OK: SpoofableClientAddress
    }

    boolean missing(HttpServletRequest request) {
        return request.getHeader("X-Forwarded-For") == null; // OK: SpoofableClientAddress
    }

    interface Limiter {
        boolean tryAcquire(String key);
    }

    interface Builder {
        void header(String name, String value);
    }
}
