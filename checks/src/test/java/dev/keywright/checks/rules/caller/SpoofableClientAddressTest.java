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

    @Test
    void aHeaderThatIsReadBehindTheQuestionForThePeerIsSilent() {
        tester.checkMembers(IMPORTS, """
                Set<String> allowed;
                Map<String, Integer> attempts;
                boolean asked(HttpServletRequest request) {
                    String address = request.getRemoteAddr();
                    if (allowed.contains(address)) {
                        address = request.getHeader("X-Forwarded-For");
                    }
                    return attempts.get(address) > 3;
                }
                boolean wrongWayRound(HttpServletRequest request) {
                    String address = request.getRemoteAddr();
                    if (!allowed.contains(address)) { // BUG: SpoofableClientAddress
                        address = request.getHeader("X-Forwarded-For");
                    }
                    return attempts.get(address) > 3; // BUG: SpoofableClientAddress
                }
                boolean secondChance(HttpServletRequest request) {
                    String address = request.getRemoteAddr();
                    if (allowed.contains(address)) { // BUG: SpoofableClientAddress
                        return true;
                    }
                    address = request.getHeader("X-Forwarded-For");
                    return allowed.contains(address); // BUG: SpoofableClientAddress
                }
                """);
    }

    @Test
    void oneOfManyHeadersThatIsReadIsFlagged() {
        tester.checkMembers(IMPORTS + "import java.util.stream.Stream;\n", """
                private static final String[] CANDIDATES = {"X-Forwarded-For", "X-Real-IP"};
                private static final List<String> TRACES = List.of("X-Request-Id", "X-Trace-Id");
                Set<String> allowed;
                String adminIp;
                String ownerName;
                String client(HttpServletRequest request) {
                    for (String name : CANDIDATES) {
                        String value = request.getHeader(name);
                        if (value != null) {
                            return value;
                        }
                    }
                    return request.getRemoteAddr();
                }
                boolean loop(HttpServletRequest request) {
                    return allowed.contains(client(request)); // BUG: SpoofableClientAddress
                }
                boolean stream(HttpServletRequest request) {
                    String address = Stream.of("X-Real-IP", "X-Client-IP").map(request::getHeader).filter(Objects::nonNull).findFirst().orElse("");
                    return allowed.contains(address); // BUG: SpoofableClientAddress
                }
                boolean lambda(HttpServletRequest request) {
                    String address = Arrays.stream(CANDIDATES).map(name -> request.getHeader(name)).findFirst().get();
                    return adminIp.equals(address); // BUG: SpoofableClientAddress
                }
                boolean traces(HttpServletRequest request) {
                    String trace = TRACES.stream().map(request::getHeader).findFirst().get();
                    return allowed.contains(trace);
                }
                boolean names(HttpServletRequest request) {
                    String longest = Stream.of("X-Real-IP", "X-Client-IP").map(String::trim).findFirst().get();
                    return allowed.contains(longest);
                }
                boolean owner(HttpServletRequest request) {
                    return ownerName.equals(request.getHeader("X-Real-IP"));
                }
                """);
    }

    @Test
    void aMapThatCountsIsKnownByWhatIsDoneWithIt() {
        tester.checkMembers(IMPORTS + "import java.util.concurrent.atomic.AtomicInteger;\n", """
                Map<String, Integer> seen;
                Map<String, AtomicInteger> calls;
                boolean merged(HttpServletRequest request) {
                    String address = request.getHeader("X-Forwarded-For");
                    return seen.merge(address, 1, Integer::sum) > 10; // BUG: SpoofableClientAddress
                }
                boolean incremented(HttpServletRequest request) {
                    String address = request.getHeader("X-Real-IP");
                    return calls.computeIfAbsent(address, a -> new AtomicInteger()).incrementAndGet() >= 5; // BUG: SpoofableClientAddress
                }
                void statistics(HttpServletRequest request) {
                    seen.merge(request.getHeader("X-Real-IP"), 1, Integer::sum);
                }
                boolean bySocket(HttpServletRequest request) {
                    return seen.merge(request.getRemoteAddr(), 1, Integer::sum) > 10;
                }
                boolean length(HttpServletRequest request) {
                    return request.getHeader("X-Real-IP").length() > 10;
                }
                """);
    }

    @Test
    void keysOfMetadataAndOfTheGatewayAreKnown() {
        tester.check("""
                package sample;
                import io.grpc.Metadata;
                class Guard {
                    private static final Metadata.Key<String> FORWARDED =
                            Metadata.Key.of("x-forwarded-for", Metadata.ASCII_STRING_MARSHALLER);
                    private static final Metadata.Key<String> LOCALE =
                            Metadata.Key.of("x-locale", Metadata.ASCII_STRING_MARSHALLER);
                    Limiter limiter;
                    boolean byAddress(Metadata headers) {
                        return limiter.tryAcquire(headers.get(FORWARDED)); // BUG: SpoofableClientAddress
                    }
                    boolean byLocale(Metadata headers) {
                        return limiter.tryAcquire(headers.get(LOCALE));
                    }
                    interface Limiter { boolean tryAcquire(String key); }
                }
                """);
        tester.check("""
                package sample;
                import org.springframework.cloud.gateway.filter.ratelimit.KeyResolver;
                import org.springframework.context.annotation.Bean;
                import org.springframework.web.server.ServerWebExchange;
                import reactor.core.publisher.Mono;
                class Keys {
                    @Bean
                    KeyResolver byHeader() { // BUG: SpoofableClientAddress
                        return exchange -> Mono.just(exchange.getRequest().getHeaders().getFirst("X-Forwarded-For"));
                    }
                    @Bean
                    KeyResolver bySocket() {
                        return exchange -> Mono.just(exchange.getRequest().getRemoteAddress().getHostString());
                    }
                    Mono<String> resolve(ServerWebExchange exchange) {
                        return Mono.just(exchange.getRequest().getHeaders().getFirst("X-Forwarded-For"));
                    }
                }
                class Own implements KeyResolver {
                    public Mono<String> resolve(ServerWebExchange exchange) { // BUG: SpoofableClientAddress
                        return Mono.just(exchange.getRequest().getHeaders().getFirst("X-Real-IP"));
                    }
                }
                """);
    }
}
