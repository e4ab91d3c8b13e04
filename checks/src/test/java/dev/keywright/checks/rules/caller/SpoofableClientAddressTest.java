package dev.keywright.checks.rules.caller;

import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SpoofableClientAddressTest {

    private static final String IMPORTS = """
            import jakarta.servlet.http.HttpServletRequest;
            import java.util.*;
            """;

    private final RuleTester tester = RuleTester.of(SpoofableClientAddress.class);

    @Test
    void addressesThatOpenNothingAreSilent() {
        tester.checkMembers(IMPORTS, """
                Set<String> allowedAddresses;
                Set<String> trustedProxies;
                Map<String, String> cities;
                String city(HttpServletRequest request) {
                    return cities.get(request.getHeader("X-Forwarded-For"));
                }
                boolean socket(HttpServletRequest request) {
                    return allowedAddresses.contains(request.getRemoteAddr());
                }
                boolean checked(HttpServletRequest request) {
                    String address = request.getRemoteAddr();
                    if (trustedProxies.contains(address)) {
                        address = request.getHeader("X-Forwarded-For");
                    }
                    return allowedAddresses.contains(address);
                }
                boolean scheme(HttpServletRequest request) {
                    return "https".equals(request.getHeader("X-Forwarded-Proto"));
                }
                """);
    }

    @Test
    void addressesThatOpenDoorsAreFlagged() {
        tester.checkMembers(IMPORTS, """
                Set<String> allowedAddresses;
                String clientIp(HttpServletRequest request) {
                    String header = request.getHeader("X-Forwarded-For");
                    return header == null ? request.getRemoteAddr() : header.split(",")[0].trim();
                }
                boolean listed(HttpServletRequest request) {
                    String ip = clientIp(request);
                    return allowedAddresses.contains(ip); // BUG: SpoofableClientAddress
                }
                boolean local(HttpServletRequest request) {
                    return request.getHeader("X-Real-IP").startsWith("10."); // BUG: SpoofableClientAddress
                }
                boolean loopback(HttpServletRequest request) {
                    return "127.0.0.1".equals(clientIp(request)); // BUG: SpoofableClientAddress
                }
                """);
    }

    @Test
    void aListOfWrittenAddressesIsADoorByWhateverName() {
        tester.checkMembers(IMPORTS, """
                boolean languages(HttpServletRequest request) {
                    return Set.of("en", "de").contains(request.getHeader("X-Forwarded-For"));
                }
                boolean socket(HttpServletRequest request) {
                    return Set.of("10.0.0.1").contains(request.getRemoteAddr());
                }
                boolean directly(HttpServletRequest request) {
                    return Set.of("10.0.0.1").contains(request.getHeader("X-Forwarded-For")); // BUG: SpoofableClientAddress
                }
                boolean listed(HttpServletRequest request) {
                    List<String> hosts = Arrays.asList("127.0.0.1", "10.1.2.3");
                    return hosts.contains(request.getHeader("X-Real-IP")); // BUG: SpoofableClientAddress
                }
                """);
    }

    @Test
    void limitsThatCountByThemAreFlagged() {
        tester.checkMembers(IMPORTS, """
                Map<String, Integer> attempts;
                void count(HttpServletRequest request) {
                    String ip = request.getHeader("X-Forwarded-For");
                    attempts.merge(ip, 1, Integer::sum); // BUG: SpoofableClientAddress
                }
                """);
    }

    @Test
    void doorsWithANameAndOtherHeaderMapsAreFlagged() {
        tester.checkMembers(IMPORTS, """
                interface Networks { boolean isAllowed(String ip); String label(String ip); }
                String admin(io.netty.handler.codec.http.HttpRequest request, Networks networks) {
                    String ip = request.headers().get("X-Forwarded-For");
                    if (networks.isAllowed(ip)) { // BUG: SpoofableClientAddress
                        return "admin";
                    }
                    return networks.label(ip);
                }
                """);
    }

    /** An address kept in a field is not followed. */
    @Test
    void knownLimits() {
        tester.checkMembers(IMPORTS, """
                Set<String> allowedAddresses;
                String ip;
                void keep(HttpServletRequest request) {
                    ip = request.getHeader("X-Forwarded-For");
                }
                boolean later() {
                    return allowedAddresses.contains(ip);
                }
                """);
    }
}
