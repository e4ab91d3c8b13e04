package corpus.leak;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.stream.Collectors;
import lombok.Data;
import lombok.Getter;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@Slf4j
@RestController
class HookController {

    @Value("${hook.secret}")
    private String hook;

    private final Vault vault;

    HookController(Vault vault) {
        this.vault = vault;
    }

    @PostMapping("/hook")
    void hook(@RequestHeader("Authorization") String auth, @RequestBody String body, HttpServletRequest request) {
        log.info("called with {}", auth); // BUG: SecretLogged
        log.info("configured {}", hook); // BUG: SecretLogged
        log.debug("header {}", request.getHeader("X-Api-Key")); // BUG: SecretLogged
        log.debug("agent {}", request.getHeader("User-Agent")); // OK: SecretLogged
        log.debug("uri {}", request.getRequestURI()); // OK: SecretLogged
        log.debug("has auth {}", request.getHeader("Authorization") != null); // OK: SecretLogged
    }

    void headers(HttpServletRequest request) {
        for (String name : Collections.list(request.getHeaderNames())) {
            log.info("{}: {}", name, request.getHeader(name)); // BUG: SecretLogged
        }
        String names = Collections.list(request.getHeaderNames()).stream().collect(Collectors.joining(","));
        log.info("names {}", names); // OK: SecretLogged
    }

    void all(HttpHeaders headers, HttpServletRequest request) {
        log.info("headers {}", headers); // BUG: SecretLogged
        log.info("params {}", request.getParameterMap()); // BUG: SecretLogged
        log.info("type {}", headers.getContentType()); // OK: SecretLogged
    }

    Mono<String> reactive(String account) {
        return vault.tokenFor(account)
                .doOnNext(bearerToken -> log.info("got {}", bearerToken)) // BUG: SecretLogged
                .map(String::trim);
    }

    void holder(Login login) {
        log.info("user {} password {}", login.getUser(), login.getPassword()); // BUG: SecretLogged
        log.info("user {}", login.getUser()); // OK: SecretLogged
        String p = login.getPassword();
        if (p != null) {
            log.warn("not blank: {}", p); // BUG: SecretLogged
        }
    }

    interface Vault {
        Mono<String> tokenFor(String account);
    }

    @Getter
    static class Login {
        private String user;
        private String password;
    }
}
