package eleventh;

import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Entrances {

    private static final Logger LOG = LoggerFactory.getLogger(Entrances.class);

    private final Accounts accounts = null;

    @PostMapping("/colour")
    String colour(@RequestParam("text") String colour, HttpServletResponse response) {
        LOG.info("colour {}", colour);
        response.addCookie(new Cookie("colour", colour));
        return "ok";
    }

    @PostMapping("/leave")
    void logout(HttpServletResponse response) {
        Cookie gone = new Cookie("token", null);
        gone.setMaxAge(0);
        response.addCookie(gone);
        Cookie emptied = new Cookie("token", "");
        response.addCookie(emptied);
    }

    @PostMapping("/enter")
    void login(String name, HttpServletResponse response) {
        Cookie closed = new Cookie("token", accounts.enter(name));
        closed.setHttpOnly(true);
        closed.setSecure(true);
        response.addCookie(closed);
        response.addCookie(new Cookie("XSRF-TOKEN", accounts.enter(name)));
    }

    @PostMapping("/sign-in")
    void signIn(String name, HttpServletResponse response) {
        Cookie open = new Cookie("token", accounts.enter(name));
        open.setHttpOnly(true);
        response.addCookie(open); // BUG: SecretInResponse
    }

    @PostMapping("/register")
    void register(@RequestParam("text") String apiKey) {
        LOG.info("registered with {}", apiKey); // BUG: SecretLogged
    }

    interface Accounts {
        String enter(String name);
    }
}

class Mailer {

    private final String password;

    Mailer(@Value("${mailer.password:UNSET}") String password) {
        this.password = password;
        if ("UNSET".equals(password)) {
            throw new IllegalStateException("mailer.password is not set");
        }
    }
}

class OtherMailer {

    private final String password;

    OtherMailer(@Value("${mailer.password:UNSE7}") String password) { // BUG: DefaultSecretFallback
        this.password = password;
    }
}
