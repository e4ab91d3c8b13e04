package frames;

import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SpringAnswers {
    private static final Logger log = LoggerFactory.getLogger(SpringAnswers.class);
    private final Users users;

    SpringAnswers(Users users) {
        this.users = users;
    }

    interface Users {
        Optional<User> byName(String name);
    }

    static class User {
        private String name;
        private String passwordHash;
        private String apiSecret;

        public String getName() {
            return name;
        }

        public String getPasswordHash() {
            return passwordHash;
        }

        public String getApiSecret() {
            return apiSecret;
        }
    }

    record Profile(String name) {}

    @GetMapping("/users/{name}")
    ResponseEntity<User> bad1(@PathVariable String name) {
        return ResponseEntity.of(users.byName(name)); // BUG: SecretInResponse
    }

    @GetMapping("/users/{name}/map")
    Map<String, Object> bad2(@PathVariable String name) {
        User user = users.byName(name).orElseThrow();
        return Map.of("name", user.getName(), "hash", user.getPasswordHash()); // BUG: SecretInResponse
    }

    @GetMapping("/profile")
    String bad3(Model model, @RequestParam String name) {
        model.addAttribute("secret", users.byName(name).get().getApiSecret()); // BUG: SecretInResponse
        return "profile";
    }

    @GetMapping("/export")
    String bad4(@RequestParam("apiKey") String apiKey) { // BUG: SecretFromQueryParameter
        return "exported";
    }

    @GetMapping("/export2")
    String bad5(@RequestParam Map<String, String> params) {
        String token = params.get("access_token"); // BUG: SecretFromQueryParameter
        return "exported" + token.length();
    }

    @GetMapping("/export3")
    String bad6(@RequestParam MultiValueMap<String, String> params) {
        return run(params.getFirst("api_key")); // BUG: SecretFromQueryParameter
    }

    private String run(String key) {
        return "x";
    }

    @PostMapping("/remember")
    ResponseEntity<Void> bad7(@RequestHeader("X-Session-Token") String sessionToken) {
        ResponseCookie cookie = ResponseCookie.from("session", sessionToken).httpOnly(false).secure(true).build();
        return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie.toString()).build(); // BUG: SecretInResponse
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail bad8(IllegalArgumentException e, @RequestHeader("Authorization") String authorization) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "cannot read " + authorization); // BUG: SecretInErrorMessage
    }

    @PostMapping("/hook")
    void bad9(@RequestHeader HttpHeaders headers) {
        log.info("hook called with {}", headers); // BUG: SecretLogged
    }

    @GetMapping("/ok/users/{name}")
    Profile good1(@PathVariable String name) {
        return new Profile(users.byName(name).orElseThrow().getName()); // OK: SecretInResponse
    }

    @GetMapping("/ok/profile")
    String good2(Model model, @RequestParam String name) {
        model.addAttribute("name", users.byName(name).get().getName()); // OK: SecretInResponse
        return "profile";
    }

    @GetMapping("/ok/export")
    String good3(@RequestHeader("X-Api-Key") String apiKey, @RequestParam Map<String, String> params) {
        return "page " + params.get("page"); // OK: SecretFromQueryParameter
    }

    @PostMapping("/ok/remember")
    ResponseEntity<Void> good4(@RequestHeader("X-Session-Token") String sessionToken) {
        ResponseCookie cookie = ResponseCookie.from("session", sessionToken).httpOnly(true).secure(true).sameSite("Lax").build();
        return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie.toString()).build(); // OK: SecretInResponse
    }

    @PostMapping("/ok/hook")
    void good5(@RequestHeader HttpHeaders headers) {
        log.info("hook of type {}", headers.getContentType()); // OK: SecretLogged
    }

    @PostMapping("/ok/login")
    String good6(@RequestParam String username, @RequestParam String password) { // OK: SecretFromQueryParameter
        return users.byName(username).isPresent() ? "ok" : "no";
    }
}
