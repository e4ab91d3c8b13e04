package logins;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

@Service
class TwoMessages {

    enum Outcome { OK, NO_SUCH_USER, BAD_PASSWORD, FAILED }

    private final UserDao users;
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(12); // OK: WeakSecretStorage
    private final BCryptPasswordEncoder weak = new BCryptPasswordEncoder(4); // BUG: WeakSecretStorage

    TwoMessages(UserDao users) {
        this.users = users;
    }

    Outcome outcome(String name, String password) {
        UserDao.User user = users.findByName(name);
        if (user == null) {
            return Outcome.NO_SUCH_USER; // BUG: AuthenticationEnumeration
        }
        return encoder.matches(password, user.getPasswordHash()) ? Outcome.OK : Outcome.BAD_PASSWORD;
    }

    ResponseEntity<Map<String, String>> answer(String name, String password) {
        UserDao.User user = users.findByName(name);
        String hash = user != null ? user.getPasswordHash() : encoder.encode("nobody");
        if (!encoder.matches(password, hash) || user == null) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body(Map.of("error", "bad login")); // OK: AuthenticationEnumeration
        }
        return ResponseEntity.ok(Map.of("name", user.getName()));
    }

    void signUp(String name, String password) {
        if (users.findByName(name) != null) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "the name is taken"); // OK: AuthenticationEnumeration
        }
        if (password.length() < 12) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the password is too short"); // OK: AuthenticationEnumeration
        }
    }

    String profile(String name) {
        UserDao.User user = users.findByName(name);
        if (user == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such user"); // OK: AuthenticationEnumeration
        }
        return user.getName();
    }
}
