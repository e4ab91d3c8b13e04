package shop.accounts;

import com.auth0.jwt.JWT;
import dev.keywright.annotations.LimitBy;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.RateLimited;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccountController {

    private static final Logger LOG = LoggerFactory.getLogger(AccountController.class);
    private static final String ADMIN_PASSWORD = "Tr0ub4dor&3-staple"; // DEFECT: HardcodedSecret

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

    @PostMapping("/login")
    @PublicEndpoint(reason = "checks the password itself")
    ResponseEntity<String> login( // DEFECT: MissingRateLimit
            @RequestParam String email, @RequestParam String password, HttpServletRequest request)
            throws NoSuchAlgorithmException {
        String caller = request.getHeader("X-Forwarded-For");
        if (attempts.merge(caller, 1, Integer::sum) > 10) { // DEFECT: SpoofableClientAddress
            return ResponseEntity.status(429).build();
        }
        Account account = findByEmail(email);
        if (account == null) {
            return ResponseEntity.status(404).body("no such account"); // DEFECT: AuthenticationEnumeration
        }
        if (!passwordMatches(password, account)) {
            LOG.warn("Wrong password for {}", account); // DEFECT: SecretLogged
            return ResponseEntity.status(401).body("wrong password");
        }
        return ResponseEntity.ok(newSessionToken());
    }

    @GetMapping("/account")
    @PublicEndpoint(reason = "reads the caller from the token")
    @RateLimited(value = "60 per minute", by = LimitBy.ADDRESS)
    Map<String, String> account(@RequestHeader("Authorization") String authorization) {
        String email = JWT.decode(authorization.substring("Bearer ".length())).getSubject(); // DEFECT: UnverifiedToken
        Account account = findByEmail(email);
        return Map.of("email", account.email());
    }

    private Account findByEmail(String email) {
        return accounts.get(email);
    }

    private static boolean passwordMatches(String password, Account account) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8)); // DEFECT: WeakSecretStorage
        return MessageDigest.isEqual(digest, HexFormat.of().parseHex(account.passwordHash()));
    }

    private static String newSessionToken() {
        byte[] sessionToken = new byte[32];
        new Random().nextBytes(sessionToken); // DEFECT: WeakSecretRandom
        return HexFormat.of().formatHex(sessionToken);
    }
}
