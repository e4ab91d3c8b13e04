package corpus.caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.server.ResponseStatusException;

class Logins {

    private final Users users;
    private final PasswordEncoder encoder;
    private static final String DUMMY = System.getenv("DUMMY_HASH");

    Logins(Users users, PasswordEncoder encoder) {
        this.users = users;
        this.encoder = encoder;
    }

    ResponseEntity<String> login(String name, String password) {
        User user = users.find(name);
        if (user == null) {
            return ResponseEntity.status(404).body("unknown user"); // BUG: AuthenticationEnumeration
        }
        if (!encoder.matches(password, user.passwordHash())) {
            return ResponseEntity.status(401).body("wrong password");
        }
        return ResponseEntity.ok("");
    }

    ResponseEntity<String> messages(String name, String password) {
        Optional<User> user = users.lookup(name);
        if (user.isEmpty()) {
            return ResponseEntity.status(401).body("no such account"); // BUG: AuthenticationEnumeration
        }
        if (!encoder.matches(password, user.get().passwordHash())) {
            return ResponseEntity.status(401).body("bad password");
        }
        return ResponseEntity.ok("");
    }

    void servlet(HttpServletRequest request, HttpServletResponse response, String password) throws Exception {
        User user = users.find(request.getParameter("name"));
        if (user == null) {
            response.sendError(404, "no such user"); // BUG: AuthenticationEnumeration
            return;
        }
        if (!encoder.matches(password, user.passwordHash())) {
            response.sendError(401, "wrong password");
            return;
        }
        response.setStatus(200);
    }

    User exceptions(String name, String password) {
        User user = users.lookup(name).orElseThrow(() -> new UsernameNotFoundException("no user")); // BUG: AuthenticationEnumeration
        if (!encoder.matches(password, user.passwordHash())) {
            throw new BadCredentialsException("bad password");
        }
        return user;
    }

    User statuses(String name, String password) {
        User user = users.find(name);
        if (user == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND); // BUG: AuthenticationEnumeration
        }
        if (!encoder.matches(password, user.passwordHash())) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        return user;
    }

    boolean early(String name, String password) {
        User user = users.find(name);
        if (user == null) {
            return false; // BUG: AuthenticationEnumeration
        }
        return encoder.matches(password, user.passwordHash());
    }

    boolean and(String name, String password) {
        User user = users.find(name);
        return user != null && encoder.matches(password, user.passwordHash()); // BUG: AuthenticationEnumeration
    }

    boolean optional(String name, String password) {
        return users.lookup(name).map(u -> encoder.matches(password, u.passwordHash())).orElse(false); // BUG: AuthenticationEnumeration
    }

    ResponseEntity<String> builder(String name, String password) {
        User user = users.find(name);
        if (user == null) {
            return ResponseEntity.notFound().build(); // BUG: AuthenticationEnumeration
        }
        return encoder.matches(password, user.passwordHash()) ? ResponseEntity.ok("") : ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }

    String texts(String name, String password) {
        User user = users.find(name);
        if (user == null) {
            return "We do not know this address"; // BUG: AuthenticationEnumeration
        }
        if (!encoder.matches(password, user.passwordHash())) {
            return "The password is wrong";
        }
        return "welcome";
    }

    // ---- fine

    ResponseEntity<String> uniform(String name, String password) {
        User user = users.find(name);
        String hash = user == null ? DUMMY : user.passwordHash(); // OK: AuthenticationEnumeration
        boolean ok = encoder.matches(password, hash);
        if (user == null || !ok) { // OK: AuthenticationEnumeration
            return ResponseEntity.status(401).body("invalid credentials"); // OK: AuthenticationEnumeration
        }
        return ResponseEntity.ok("");
    }

    boolean dummy(String name, String password) {
        Optional<User> user = users.lookup(name);
        boolean ok = encoder.matches(password, user.map(User::passwordHash).orElse(DUMMY)); // OK: AuthenticationEnumeration
        return ok && user.isPresent(); // OK: AuthenticationEnumeration
    }

    ResponseEntity<String> profile(String name) {
        User user = users.find(name);
        if (user == null) {
            return ResponseEntity.notFound().build(); // OK: AuthenticationEnumeration
        }
        return ResponseEntity.ok(user.name());
    }

    boolean changePassword(User current, String old) {
        if (current == null) {
            throw new IllegalStateException("not logged in"); // OK: AuthenticationEnumeration
        }
        return encoder.matches(old, current.passwordHash());
    }

    ResponseEntity<String> order(String id, Orders orders) {
        Object order = orders.find(id);
        if (order == null) {
            return ResponseEntity.status(404).body("no such order"); // OK: AuthenticationEnumeration
        }
        return ResponseEntity.status(200).body("found"); // OK: AuthenticationEnumeration
    }

    boolean missingInput(String name, String password) {
        if (name == null || password == null) { // OK: AuthenticationEnumeration
            return false; // OK: AuthenticationEnumeration
        }
        String hash = users.lookup(name).map(User::passwordHash).orElse(DUMMY);
        return encoder.matches(password, hash); // OK: AuthenticationEnumeration
    }

    interface Users {
        User find(String name);

        Optional<User> lookup(String name);
    }

    interface Orders {
        Object find(String id);
    }

    interface User {
        String name();

        String passwordHash();
    }
}
