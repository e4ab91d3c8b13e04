package shop.accounts;

import dev.keywright.annotations.BearerProtected;
import dev.keywright.annotations.LimitBy;
import dev.keywright.annotations.LoginProtected;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.RateLimited;
import dev.keywright.annotations.Secret;
import dev.keywright.runtime.Caller;
import dev.keywright.runtime.token.TokenRefusedException;
import dev.keywright.runtime.token.TokenService;
import dev.keywright.runtime.token.TokenStoreException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opens, goes on with and closes sessions. */
@RestController
@RequestMapping("/sessions")
public class SessionController {

    /** A refresh token that a customer hands in. */
    record Refresh(@Secret String refreshToken) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Refresh[]";
        }
    }

    private final Accounts accounts;
    private final TokenService tokens;

    SessionController(Accounts accounts, TokenService tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @PostMapping
    @LoginProtected(account = "/email")
    ResponseEntity<Session> open(@RequestBody LogIn logIn) throws TokenRefusedException, TokenStoreException {
        return accounts.isRight(logIn)
                ? ResponseEntity.ok(Session.of(tokens.issue(logIn.email(), Set.of("account:read"))))
                : ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }

    @PostMapping("/refresh")
    @PublicEndpoint(reason = "the refresh token in the body is the credential")
    @RateLimited(value = "60 per minute", by = LimitBy.ADDRESS)
    Session refresh(@RequestBody Refresh request) throws TokenRefusedException, TokenStoreException {
        return Session.of(tokens.refresh(request.refreshToken()));
    }

    @DeleteMapping
    @BearerProtected
    @RateLimited("60 per minute")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Caller caller) throws TokenStoreException {
        tokens.revokeOwner(caller.owner());
    }

    @ExceptionHandler(TokenRefusedException.class)
    @ResponseStatus(HttpStatus.UNAUTHORIZED)
    void refuse() {
        // Why is for the log alone.
    }

    @ExceptionHandler(TokenStoreException.class)
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    void unavailable() {
        // the status says it all
    }
}
