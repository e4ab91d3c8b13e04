package io.acme.resp;

import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class UserController {
    @Value("${maps.api-key}")
    private String apiKey;

    @Value("${app.version}")
    private String version;

    private UserRepository users;
    private SettingsService settings;

    @GetMapping("/config")
    public Map<String, String> config() {
        return Map.of("version", version, "key", apiKey); // BUG: SecretInResponse
    }

    @GetMapping("/config2")
    public ResponseEntity<?> config2() {
        Map<String, Object> body = new HashMap<>();
        body.put("version", version);
        body.put("smtpPassword", settings.getSmtpPassword());
        return ResponseEntity.ok(body); // BUG: SecretInResponse
    }

    @GetMapping("/users/{id}/password")
    public String password(@PathVariable long id) {
        User user = users.findById(id);
        return user.getPasswordHash(); // BUG: SecretInResponse
    }

    @GetMapping("/settings")
    public String view(Model model) {
        model.addAttribute("clientSecret", settings.getClientSecret()); // BUG: SecretInResponse
        model.addAttribute("clientId", settings.getClientId()); // OK: SecretInResponse
        return "settings";
    }

    public void dump(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.getWriter().println("{\"apiKey\":\"" + apiKey + "\"}"); // BUG: SecretInResponse
        response.getWriter().println("{\"version\":\"" + version + "\"}"); // OK: SecretInResponse
    }

    public void debugHeader(HttpServletResponse response) {
        response.setHeader("X-Debug-Secret", settings.getWebhookSecret()); // BUG: SecretInResponse
        response.setHeader("X-Key-Id", settings.getKeyId()); // OK: SecretInResponse
    }

    @PostMapping("/remember")
    public void remember(HttpServletResponse response, User user) {
        Cookie cookie = new Cookie("remember", user.getRememberMeToken());
        cookie.setMaxAge(3600);
        response.addCookie(cookie); // BUG: SecretInResponse
    }

    @PostMapping("/remember2")
    public void remember2(HttpServletResponse response, User user) {
        Cookie cookie = new Cookie("remember", user.getRememberMeToken());
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        response.addCookie(cookie); // OK: SecretInResponse
    }

    @PostMapping("/tokens")
    public Map<String, String> issue(TokenService tokens) {
        String created = tokens.createToken();
        return Map.of("access_token", created); // OK: SecretInResponse
    }

    @GetMapping("/me")
    public Map<String, Object> me(User user) {
        return Map.of("name", user.getName(), "hasPassword", user.getPassword() != null); // OK: SecretInResponse
    }
}
