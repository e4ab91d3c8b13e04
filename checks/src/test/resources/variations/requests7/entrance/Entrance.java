package entrance;

import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Entrance {

    private Tokens tokens;

    @GetMapping("/login")
    String page() {
        return "login.html";
    }

    @PostMapping("/login/theme")
    String theme(@RequestBody ThemeDto theme) {
        return "ok";
    }

    @PostMapping("/login")
    String login(@RequestBody LoginDTO login) { // BUG: MissingRateLimit
        return tokens.issue(login);
    }

    interface Tokens {
        String issue(LoginDTO login);
    }
}

class Accounts {

    private Users users;

    String same(String email, String password) {
        Optional<User> found = users.findByEmail(email);
        if (found.isPresent()) {
            User user = found.get();
            if (user.getPassword().equals(password) && user.isActive()) {
                return "welcome to the shop";
            } else {
                return "wrong name or password";
            }
        }
        return "wrong name or password";
    }

    String told(String email, String password) {
        Optional<User> found = users.findByEmail(email);
        if (found.isPresent()) {
            User user = found.get();
            if (user.getPassword().equals(password) && user.isActive()) {
                return "welcome to the shop";
            } else {
                return "wrong name or password";
            }
        }
        return "nobody of that name"; // BUG: AuthenticationEnumeration
    }

    String fallsThrough(String email, String password) {
        User user = users.SelectOne(email);
        if (user != null) {
            users.seen(user);
        }
        return "welcome to the shop";
    }

    interface Users {
        Optional<User> findByEmail(String email);

        User SelectOne(String email);

        void seen(User user);
    }

    interface User {
        String getPassword();

        boolean isActive();
    }
}
