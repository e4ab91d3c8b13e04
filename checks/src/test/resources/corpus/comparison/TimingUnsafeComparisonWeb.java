package corpus.comparison;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.codec.digest.HmacUtils;
import org.apache.commons.lang3.StringUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

@RestController
class CallbackController {

    @Value("${partner.api-key}")
    private String expected;

    private final PasswordEncoder encoder;
    private final PartnerProperties properties;

    CallbackController(PasswordEncoder encoder, PartnerProperties properties) {
        this.encoder = encoder;
        this.properties = properties;
    }

    @GetMapping("/status")
    ResponseEntity<String> status(@RequestHeader("X-API-Key") String given) {
        if (expected.equals(given)) { // BUG: TimingUnsafeComparison
            return ResponseEntity.ok("up");
        }
        return ResponseEntity.status(401).build();
    }

    @GetMapping("/cookie")
    ResponseEntity<String> cookie(@CookieValue("session_token") String value, HttpServletRequest request) {
        Object stored = request.getSession().getAttribute("session_token");
        return value.equals(stored) ? ResponseEntity.ok("") : ResponseEntity.status(401).build(); // BUG: TimingUnsafeComparison
    }

    boolean servlet(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.startsWith("Bearer ")) { // OK: TimingUnsafeComparison
            return false;
        }
        String rest = header.substring(7);
        return StringUtils.equals(rest, properties.getAccessToken()); // BUG: TimingUnsafeComparison
    }

    boolean commons(String body, HttpServletRequest request) {
        String sig = new HmacUtils("HmacSHA256", properties.getWebhookSecret()).hmacHex(body);
        String sent = request.getHeader("X-Signature");
        return sent != null && sent.equals(sig); // BUG: TimingUnsafeComparison // BUG: SignatureReplayable
    }

    Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.justOrEmpty(exchange.getRequest().getHeaders().getFirst("X-Api-Key"))
                .filter(k -> k.equals(properties.getApiKey())) // BUG: TimingUnsafeComparison
                .flatMap(k -> chain.filter(exchange));
    }

    boolean encoded(String raw, Account account) {
        return encoder.matches(raw, account.getPasswordHash()); // OK: TimingUnsafeComparison
    }

    boolean method(HttpServletRequest request) {
        return request.getMethod().equals("POST"); // OK: TimingUnsafeComparison
    }

    boolean contentType(HttpServletRequest request) {
        return "application/json".equals(request.getHeader("Content-Type")); // OK: TimingUnsafeComparison
    }

    boolean csrfName(String csrfParameterName, HttpServletRequest request) {
        return csrfParameterName.equals(request.getParameter("name")); // OK: TimingUnsafeComparison
    }

    boolean status(Account account) {
        return account.getTokenType().equals("opaque"); // OK: TimingUnsafeComparison
    }
}

class PartnerProperties {
    private String accessToken;
    private String webhookSecret;
    private String apiKey;

    String getAccessToken() {
        return accessToken;
    }

    String getWebhookSecret() {
        return webhookSecret;
    }

    String getApiKey() {
        return apiKey;
    }

    void setApiKey(String apiKey) {
        if (!apiKey.equals(this.apiKey)) { // OK: TimingUnsafeComparison
            this.apiKey = apiKey;
        }
    }
}

class Account {
    String passwordHash;
    String tokenType;

    String getPasswordHash() {
        return passwordHash;
    }

    String getTokenType() {
        return tokenType;
    }
}
