package corpus.leak;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SettingsController {

    @Value("${payment.secret-key}")
    private String paymentKey;

    private final Users users;

    SettingsController(Users users) {
        this.users = users;
    }

    @GetMapping("/settings/key")
    String key() {
        return paymentKey; // BUG: SecretInResponse
    }

    @GetMapping("/settings")
    Map<String, String> settings() {
        return Map.of("currency", "EUR", "key", paymentKey); // BUG: SecretInResponse
    }

    @GetMapping("/settings/entity")
    ResponseEntity<String> entity() {
        return ResponseEntity.ok(paymentKey); // BUG: SecretInResponse
    }

    @GetMapping("/settings/body")
    ResponseEntity<Object> body() {
        return ResponseEntity.status(200).body("key=" + paymentKey); // BUG: SecretInResponse
    }

    @GetMapping("/settings/header")
    ResponseEntity<Void> header() {
        return ResponseEntity.ok().header("X-Payment-Key", paymentKey).build(); // BUG: SecretInResponse
    }

    @GetMapping("/users/{id}/hash")
    String hash(@PathVariable long id) {
        return users.find(id).getPasswordHash(); // BUG: SecretInResponse
    }

    @GetMapping("/page")
    String page(Model model) {
        model.addAttribute("key", paymentKey); // BUG: SecretInResponse
        model.addAttribute("currency", "EUR"); // OK: SecretInResponse
        return "settings";
    }

    @GetMapping("/env")
    @ResponseBody
    String env() {
        return "db=" + System.getenv("DB_PASSWORD"); // BUG: SecretInResponse
    }

    @PostMapping("/keys")
    String create() {
        String apiKey = users.issueApiKey();
        return apiKey; // OK: SecretInResponse
    }

    @GetMapping("/health")
    String health() {
        return paymentKey == null ? "missing" : "configured"; // OK: SecretInResponse
    }

    @GetMapping("/masked")
    String masked() {
        return "****" + paymentKey.substring(paymentKey.length() - 4); // OK: SecretInResponse
    }

    @GetMapping("/users/{id}/name")
    String name(@PathVariable long id) {
        return users.find(id).getName(); // OK: SecretInResponse
    }

    interface Users {
        User find(long id);

        String issueApiKey();
    }

    static class User {
        private String name;

        @JsonIgnore
        private String passwordHash;

        String getName() {
            return name;
        }

        String getPasswordHash() {
            return passwordHash;
        }
    }
}

class SettingsServlet extends jakarta.servlet.http.HttpServlet {

    private static final long serialVersionUID = 1L;
    private final String gatewaySecret = System.getProperty("gateway.secret");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().println(gatewaySecret); // BUG: SecretInResponse
        response.getWriter().write("secret: " + gatewaySecret); // BUG: SecretInResponse
        response.setHeader("X-Debug", gatewaySecret); // BUG: SecretInResponse
        response.getOutputStream().write(gatewaySecret.getBytes()); // BUG: SecretInResponse
        request.setAttribute("secret", gatewaySecret); // OK: SecretInResponse
        response.getWriter().println("ok"); // OK: SecretInResponse
        response.setHeader("X-Length", "" + gatewaySecret.length()); // OK: SecretInResponse
    }

    void cookie(HttpServletResponse response, String sessionToken) {
        Cookie cookie = new Cookie("session", sessionToken);
        response.addCookie(cookie); // BUG: SecretInResponse
    }

    void goodCookie(HttpServletResponse response, String sessionToken) {
        Cookie cookie = new Cookie("session", sessionToken);
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        response.addCookie(cookie); // OK: SecretInResponse
    }

    void language(HttpServletResponse response, String language) {
        response.addCookie(new Cookie("lang", language)); // OK: SecretInResponse
    }

    ResponseCookie built(String sessionToken) {
        return ResponseCookie.from("session", sessionToken).httpOnly(true).secure(true).build(); // OK: SecretInResponse
    }
}
