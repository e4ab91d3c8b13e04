package shop;

import dev.keywright.annotations.AnyOf;
import dev.keywright.annotations.ApiKeyProtected;
import dev.keywright.annotations.BearerProtected;
import dev.keywright.annotations.LoginProtected;
import dev.keywright.runtime.Caller;
import dev.keywright.runtime.LoginAttempt;
import dev.keywright.runtime.token.TokenRefusedException;
import dev.keywright.runtime.token.TokenService;
import dev.keywright.runtime.token.TokenStoreException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Log-ins of every shape, and what their tokens open. */
@RestController
public class SessionController {

    record Login(String email, String password) {

        boolean isRight() {
            return password.equals("right");
        }
    }

    private static final class WrongPassword extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final TokenService tokens;

    SessionController(TokenService tokens) {
        this.tokens = tokens;
    }

    @PostMapping("/login")
    @LoginProtected(account = "/email", failures = "2 per hour", bodyLimit = "1 KiB")
    ResponseEntity<String> login(@RequestBody Login login) throws TokenRefusedException, TokenStoreException {
        Visits.note("login " + login.email());
        return login.isRight()
                ? ResponseEntity.ok(
                        tokens.issue(login.email(), Set.of("orders:read")).accessToken())
                : ResponseEntity.status(HttpStatus.UNAUTHORIZED).body("wrong");
    }

    @PostMapping("/login/async")
    @LoginProtected(account = "/email", failures = "2 per hour")
    Callable<ResponseEntity<String>> later(@RequestBody Login login) {
        return () -> login.isRight()
                ? ResponseEntity.ok("right")
                : ResponseEntity.status(HttpStatus.UNAUTHORIZED).body("wrong");
    }

    @PostMapping("/login/future")
    @LoginProtected(account = "/email", failures = "2 per hour")
    CompletableFuture<String> future(@RequestBody Login login) {
        return CompletableFuture.supplyAsync(() -> {
            if (!login.isRight()) {
                throw new WrongPassword();
            }
            return "right";
        });
    }

    @PostMapping("/login/throws")
    @LoginProtected(account = "/email", failures = "2 per hour")
    String throwing(@RequestBody Login login) {
        if (login.password().equals("broken")) {
            throw new IllegalStateException("the directory is down");
        }
        if (!login.isRight()) {
            throw new WrongPassword();
        }
        return "right";
    }

    @ExceptionHandler
    ResponseEntity<String> wrong(WrongPassword wrong) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body("wrong");
    }

    @PostMapping("/login/form")
    @LoginProtected(account = "username", failures = "2 per hour")
    ResponseEntity<Void> form(
            @RequestParam("username") String username,
            @RequestParam("password") String password,
            LoginAttempt attempt) {
        Visits.note("form " + username);
        if (password.equals("right")) {
            attempt.succeeded();
        }
        String next = password.equals("right") ? "/orders" : "/login?error";
        return ResponseEntity.status(HttpStatus.FOUND).header("Location", next).build();
    }

    @PostMapping("/login/polite")
    @LoginProtected(account = "/email", failures = "2 per hour")
    String polite(@RequestBody Login login, LoginAttempt attempt) {
        if (!login.isRight()) {
            attempt.failed();
        }
        return login.isRight() ? "welcome" : "sorry";
    }

    @GetMapping("/me")
    @BearerProtected(scopes = "orders:read")
    String me(Caller caller) {
        return caller.owner() + " " + caller.mechanisms();
    }

    @GetMapping("/either")
    @AnyOf(apiKey = @ApiKeyProtected, bearer = @BearerProtected)
    String either(Caller caller, @RequestHeader(name = "Authorization", required = false) String authorization) {
        return caller.owner() + " " + (authorization == null ? "hidden" : "shown");
    }

    @GetMapping("/no-login")
    @BearerProtected
    String noLogin(LoginAttempt attempt) {
        return "never " + attempt;
    }
}
