package listed;

import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;

public class Cwe348Address {
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
    private final Set<String> allowed = Set.of("10.0.0.1", "10.0.0.2");

    boolean bad1(HttpServletRequest request) {
        String address = request.getHeader("X-Forwarded-For");
        return attempts.computeIfAbsent(address, a -> new AtomicInteger()).incrementAndGet() > 5; // BUG: SpoofableClientAddress
    }

    boolean bad2(HttpServletRequest request) {
        String address = Optional.ofNullable(request.getHeader("X-Real-IP")).orElseGet(request::getRemoteAddr);
        return allowed.contains(address); // BUG: SpoofableClientAddress
    }

    boolean bad3(HttpServletRequest request) {
        String address = Stream.of("X-Forwarded-For", "X-Client-IP", "Proxy-Client-IP").map(request::getHeader).filter(h -> h != null && !h.isBlank()).findFirst().orElse(request.getRemoteAddr());
        return allowed.contains(address); // BUG: SpoofableClientAddress
    }

    record Caller(String address, String agent) {}

    private Caller caller(HttpServletRequest request) {
        return new Caller(request.getHeader("X-Forwarded-For"), request.getHeader("User-Agent")); // BUG: SpoofableClientAddress
    }

    boolean bad4(HttpServletRequest request) {
        return allowed.contains(caller(request).address());
    }

    boolean good1(HttpServletRequest request) {
        String address = request.getRemoteAddr(); // OK: SpoofableClientAddress
        return attempts.computeIfAbsent(address, a -> new AtomicInteger()).incrementAndGet() > 5;
    }

    boolean good2(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (allowed.contains(address)) {
            address = request.getHeader("X-Forwarded-For"); // OK: SpoofableClientAddress
        }
        return attempts.computeIfAbsent(address, a -> new AtomicInteger()).incrementAndGet() > 5;
    }

    String good3(HttpServletRequest request) {
        return request.getHeader("X-Forwarded-Proto"); // OK: SpoofableClientAddress
    }
}
