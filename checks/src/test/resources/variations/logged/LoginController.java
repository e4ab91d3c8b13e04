package io.acme.boot;

import lombok.extern.slf4j.Slf4j;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@Slf4j
@RestController
public class LoginController {
    @PostMapping("/login")
    public String login(@RequestBody LoginRequest request) {
        log.info("login {} / {}", request.getUsername(), request.getPassword()); // BUG: SecretLogged
        return "ok";
    }

    @PostMapping("/sync")
    public String sync(@RequestHeader("Authorization") String authorization) {
        log.debug("sync called, auth=" + authorization); // BUG: SecretLogged
        return "ok";
    }

    @PostMapping("/logout")
    public String logout(@RequestBody LoginRequest request) {
        log.info("logout {} hasPassword={}", request.getUsername(), request.getPassword() != null); // OK: SecretLogged
        return "ok";
    }
}
