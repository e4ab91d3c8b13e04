package acme.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.*;

interface Accounts {
    Optional<Account> findByEmail(String email);

    Account byName(String name);
}

record Account(String name, String passwordHash, boolean locked) {}

record Credentials(String email, String password) {}

@RestController
class TwoMessages {
    private final Accounts accounts;
    private final PasswordEncoder encoder;

    TwoMessages(Accounts accounts, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.encoder = encoder;
    }

    @PostMapping("/login")
    ResponseEntity<String> login(@RequestBody Credentials credentials) { // BUG: MissingRateLimit
        Account account = accounts.findByEmail(credentials.email()).orElse(null);
        if (account == null) {
            return ResponseEntity.status(404).body("no such account"); // BUG: AuthenticationEnumeration
        }
        if (!encoder.matches(credentials.password(), account.passwordHash())) {
            return ResponseEntity.status(401).body("wrong password");
        }
        return ResponseEntity.ok("hello");
    }
}

@RestController
class OneMessage {
    private static final String DUMMY = "$2a$12$C6UzMDM.H6dfI/f/IKcEeO";
    private final Accounts accounts;
    private final PasswordEncoder encoder;

    OneMessage(Accounts accounts, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.encoder = encoder;
    }

    @PostMapping("/signin")
    ResponseEntity<String> login(@RequestBody Credentials credentials) { // BUG: MissingRateLimit
        Account account = accounts.findByEmail(credentials.email()).orElse(null);
        String hash = account == null ? DUMMY : account.passwordHash();
        if (!encoder.matches(credentials.password(), hash) || account == null) {
            return ResponseEntity.status(401).body("wrong e-mail or password"); // OK: AuthenticationEnumeration
        }
        return ResponseEntity.ok("hello");
    }
}

class Exceptions {
    private final Accounts accounts;
    private final PasswordEncoder encoder;

    Exceptions(Accounts accounts, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.encoder = encoder;
    }

    Account authenticate(String email, String password) {
        Account account = accounts.findByEmail(email).orElseThrow(() -> new IllegalArgumentException("Unknown user")); // BUG: AuthenticationEnumeration
        if (!encoder.matches(password, account.passwordHash())) {
            throw new IllegalArgumentException("Bad password");
        }
        return account;
    }

    Account authenticateAlike(String email, String password) {
        Account account = accounts.byName(email);
        String hash = account != null ? account.passwordHash() : "$2a$12$C6UzMDM.H6dfI/f/IKcEeO";
        boolean right = encoder.matches(password, hash);
        if (account == null || !right) {
            throw new IllegalArgumentException("Bad credentials"); // OK: AuthenticationEnumeration
        }
        return account;
    }
}

@RestController
class Locked {
    private final Accounts accounts;
    private final PasswordEncoder encoder;

    Locked(Accounts accounts, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.encoder = encoder;
    }

    @PostMapping("/session")
    ResponseEntity<Void> session(@RequestBody Credentials credentials) { // BUG: MissingRateLimit
        Account account = accounts.byName(credentials.email());
        if (account == null) {
            return ResponseEntity.notFound().build(); // BUG: AuthenticationEnumeration
        }
        if (!encoder.matches(credentials.password(), account.passwordHash())) {
            return ResponseEntity.status(401).build();
        }
        return ResponseEntity.noContent().build();
    }
}

@RestController
class EarlyOut {
    private final Accounts accounts;
    private final PasswordEncoder encoder;

    EarlyOut(Accounts accounts, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.encoder = encoder;
    }

    @PostMapping("/token")
    ResponseEntity<String> token(@RequestParam String username, @RequestParam String password) { // BUG: MissingRateLimit
        Account account = accounts.byName(username);
        if (account == null) {
            return ResponseEntity.status(401).body("refused"); // BUG: AuthenticationEnumeration
        }
        if (!encoder.matches(password, account.passwordHash())) {
            return ResponseEntity.status(401).body("refused");
        }
        return ResponseEntity.ok("fine");
    }
}

class Reset {
    private final Accounts accounts;

    Reset(Accounts accounts) {
        this.accounts = accounts;
    }

    void show(javax.swing.JLabel label, String email) {
        if (accounts.findByEmail(email).isEmpty()) {
            label.setText("not in your address book"); // OK: AuthenticationEnumeration
        }
    }
}

class Addresses {
    private static final Logger log = LoggerFactory.getLogger(Addresses.class);
    private static final Set<String> OFFICE = Set.of("10.1.2.3", "10.1.2.4");
    private final java.util.Map<String, Integer> attempts = new java.util.concurrent.ConcurrentHashMap<>();

    boolean fromOffice(HttpServletRequest request) {
        String ip = request.getHeader("X-Forwarded-For");
        return OFFICE.contains(ip); // BUG: SpoofableClientAddress
    }

    boolean tooMany(HttpServletRequest request) {
        String ip = request.getHeader("X-Real-IP");
        return attempts.merge(ip, 1, Integer::sum) > 10; // BUG: SpoofableClientAddress
    }

    boolean firstOfList(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        String ip = forwarded == null ? request.getRemoteAddr() : forwarded.split(",")[0].trim();
        return OFFICE.contains(ip); // BUG: SpoofableClientAddress
    }

    boolean cloudflare(HttpServletRequest request) {
        String ip = request.getHeader("CF-Connecting-IP");
        return attempts.getOrDefault(ip, 0) > 10; // BUG: SpoofableClientAddress
    }

    boolean trueClient(org.springframework.http.server.reactive.ServerHttpRequest request) {
        String ip = request.getHeaders().getFirst("True-Client-IP");
        return OFFICE.contains(ip); // BUG: SpoofableClientAddress
    }

    boolean vertx(io.vertx.ext.web.RoutingContext context) {
        String ip = context.request().getHeader("X-Client-IP");
        return OFFICE.contains(ip); // BUG: SpoofableClientAddress
    }

    boolean bucket(HttpServletRequest request, java.util.Map<String, io.github.bucket4j.Bucket> buckets) {
        String key = request.getHeader("X-Forwarded-For");
        return buckets.get(key).tryConsume(1); // BUG: SpoofableClientAddress
    }

    boolean behindProxy(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        if (!peer.equals("10.0.0.1")) {
            return OFFICE.contains(peer);
        }
        String ip = request.getHeader("X-Forwarded-For"); // OK: SpoofableClientAddress
        return OFFICE.contains(ip);
    }

    boolean peer(HttpServletRequest request) {
        return OFFICE.contains(request.getRemoteAddr()); // OK: SpoofableClientAddress
    }

    void debug(HttpServletRequest request) {
        log.debug("via {}", request.getHeader("X-Forwarded-For")); // OK: SpoofableClientAddress
    }
}
