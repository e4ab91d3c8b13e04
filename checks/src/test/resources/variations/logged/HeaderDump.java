package io.acme.web;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

@RestController
public class HeaderDump {
    private static final Logger log = LoggerFactory.getLogger(HeaderDump.class);

    @GetMapping("/a")
    void a(@RequestHeader HttpHeaders headers) {
        log.info("headers: {}", headers); // BUG: SecretLogged
    }

    @GetMapping("/b")
    void b(@RequestHeader Map<String, String> headers) {
        Map<String, String> copy = new HashMap<>(headers);
        log.info("headers: {}", copy); // BUG: SecretLogged
        log.info("names: {}", headers.keySet()); // OK: SecretLogged
    }

    void c(ServerWebExchange exchange) {
        log.warn("bad request {}", exchange.getRequest().getHeaders()); // BUG: SecretLogged
        log.warn("bad request {}", exchange.getRequest().getPath()); // OK: SecretLogged
    }
}
