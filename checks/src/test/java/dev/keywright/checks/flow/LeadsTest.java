package dev.keywright.checks.flow;

import dev.keywright.checks.rules.comparison.TimingUnsafeComparison;
import dev.keywright.checks.rules.leak.SecretLogged;
import dev.keywright.checks.rules.material.HardcodedSecret;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

/** What a secret is known by where no strong word stands in the method: each sample is followed with and without leads. */
class LeadsTest {

    @Test
    void allHeadersAreHandedInByAnAnnotation() {
        RuleTester.of(SecretLogged.class).check("""
                package sample;
                import java.util.Map;
                import org.slf4j.*;
                import org.springframework.web.bind.annotation.*;
                @RestController
                class Ping {
                    private static final Logger log = LoggerFactory.getLogger(Ping.class);
                    @GetMapping("/ping")
                    String ping(@RequestHeader Map<String, String> all) {
                        log.info("got {}", all); // BUG: SecretLogged
                        return "pong";
                    }
                }
                """);
    }

    @Test
    void aParserMayHoldSomebodysSession() {
        RuleTester.of(SecretLogged.class).check("""
                package sample;
                import org.slf4j.*;
                class StatementParser {
                    private static final Logger log = LoggerFactory.getLogger(StatementParser.class);
                    private String token;
                    void next() {
                        log.debug("at {}", token);
                    }
                    void open(AuthSession session) {
                        log.debug("for {}", session.getToken()); // BUG: SecretLogged
                    }
                }
                """, """
                package sample;
                class AuthSession {
                    private String token;
                    String getToken() { return token; }
                }
                """);
    }

    @Test
    void aPasswordInAnAddressMayStandInPieces() {
        RuleTester.of(HardcodedSecret.class).check("""
                package sample;
                class Broker {
                    private static final String SCHEME = "amqp://";
                    String at(String host) {
                        return SCHEME + "robot:hX9mQ2vLrT" + "@queue.internal.net"; // BUG: HardcodedSecret
                    }
                }
                """, """
                package sample;
                class Mail {
                    String of(String name) {
                        return "to:first.second" + "@" + name;
                    }
                }
                """);
    }

    @Test
    void aBareWordIsComparedInAClassThatSaysNothingOfSecurity() {
        RuleTester.of(TimingUnsafeComparison.class).check("""
                package sample;
                class Devices {
                    boolean same(Device device, String sent) {
                        return device.getToken().equals(sent);
                    }
                }
                """, """
                package sample;
                import jakarta.servlet.http.HttpServletRequest;
                class Door {
                    Devices devices;
                    boolean open(Device device, HttpServletRequest request) {
                        return devices.same(device, request.getParameter("t")); // BUG: TimingUnsafeComparison
                    }
                }
                """, """
                package sample;
                interface Device {
                    String getToken();
                }
                """);
    }
}
