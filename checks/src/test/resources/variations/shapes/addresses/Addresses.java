package addresses;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

public class Addresses extends OncePerRequestFilter {

    private static final Logger audit = LoggerFactory.getLogger("audit");
    private static final Set<String> OFFICE = Set.of("203.0.113.7", "203.0.113.8");
    private static final Set<String> PROXIES = Set.of("10.0.0.2", "10.0.0.3");
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String forwarded = request.getHeader("X-Forwarded-For");
        String client = forwarded != null ? forwarded.split(",")[0].trim() : request.getRemoteAddr();
        if (attempts.computeIfAbsent(client, c -> new AtomicInteger()).incrementAndGet() > 100) { // BUG: SpoofableClientAddress
            response.sendError(429);
            return;
        }
        chain.doFilter(request, response);
    }

    boolean office(HttpServletRequest request) {
        String ip = null;
        for (String name : new String[] {"X-Real-IP", "X-Client-IP", "Proxy-Client-IP"}) {
            ip = request.getHeader(name);
            if (ip != null && !ip.isEmpty()) {
                break;
            }
        }
        return OFFICE.contains(ip); // BUG: SpoofableClientAddress
    }

    boolean officeGood(HttpServletRequest request) {
        return OFFICE.contains(request.getRemoteAddr()); // OK: SpoofableClientAddress
    }

    boolean officeBehindProxy(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (PROXIES.contains(address)) {
            String[] hops = request.getHeader("X-Forwarded-For").split(",");
            address = hops[hops.length - 1].trim();
        }
        return OFFICE.contains(address); // OK: SpoofableClientAddress
    }

    void transfer(HttpServletRequest request, String account) {
        audit.info("transfer from {} by {}", account, request.getHeader("True-Client-IP")); // BUG: SpoofableClientAddress
    }

    void transferGood(HttpServletRequest request, String account) {
        audit.info("transfer from {} by {}", account, request.getRemoteAddr()); // OK: SpoofableClientAddress
    }
}
