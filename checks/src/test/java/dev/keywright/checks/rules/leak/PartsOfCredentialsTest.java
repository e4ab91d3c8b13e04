package dev.keywright.checks.rules.leak;

import dev.keywright.checks.rules.comparison.TimingUnsafeComparison;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

/** Parts cut out of a credential by position: what stands before the first separator is public, the rest is not. */
class PartsOfCredentialsTest {

    private static final String IMPORTS = """
            import jakarta.servlet.http.HttpServletRequest;
            import java.nio.charset.StandardCharsets;
            import java.util.Base64;
            import org.apache.commons.lang3.StringUtils;
            import org.slf4j.Logger;
            import org.slf4j.LoggerFactory;
            """;

    private static final RuleTester LOGGED = RuleTester.of(SecretLogged.class);
    private static final RuleTester COMPARED = RuleTester.of(TimingUnsafeComparison.class);

    @Test
    void schemesUsersAndIdsArePublic() {
        LOGGED.checkMembers(IMPORTS, """
                private static final Logger log = LoggerFactory.getLogger(Sample.class);

                void scheme(HttpServletRequest request) {
                    String[] parts = request.getHeader("Authorization").split(" ");
                    log.info("scheme {}", parts[0]);
                    log.info("scheme {}", StringUtils.substringBefore(request.getHeader("Authorization"), " "));
                }

                void user(HttpServletRequest request) {
                    String header = request.getHeader("Authorization");
                    String decoded = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
                    log.info("login of {}", decoded.split(":", 2)[0]);
                    int colon = decoded.indexOf(':');
                    log.info("login of {}", decoded.substring(0, colon));
                }

                void id(HttpServletRequest request) {
                    String apiKey = request.getHeader("X-API-Key");
                    log.info("key {}", apiKey.split("\\\\.")[0]);
                }

                String[] parts(HttpServletRequest request) {
                    return request.getHeader("Authorization").split(" ");
                }

                void throughAHelper(HttpServletRequest request) {
                    log.info("scheme {}", parts(request)[0]);
                }
                """);
    }

    @Test
    void theRestIsNot() {
        LOGGED.checkMembers(IMPORTS, """
                private static final Logger log = LoggerFactory.getLogger(Sample.class);

                void credentials(HttpServletRequest request) {
                    String[] parts = request.getHeader("Authorization").split(" ");
                    log.info("credentials {}", parts[1]); // BUG: SecretLogged
                }

                void anyPart(HttpServletRequest request) {
                    for (String part : request.getHeader("Authorization").split(" ")) {
                        log.info("part {}", part); // BUG: SecretLogged
                    }
                }

                void password(HttpServletRequest request) {
                    String header = request.getHeader("Authorization");
                    String decoded = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
                    log.info("login with {}", decoded.split(":", 2)[1]); // BUG: SecretLogged
                    int colon = decoded.indexOf(':');
                    log.info("login with {}", decoded.substring(colon + 1)); // BUG: SecretLogged
                    log.info("all but the end {}", decoded.substring(0, decoded.length() - 2)); // BUG: SecretLogged
                }

                String[] parts(HttpServletRequest request) {
                    return request.getHeader("Authorization").split(" ");
                }

                void throughAHelper(HttpServletRequest request) {
                    log.info("credentials {}", parts(request)[1]); // BUG: SecretLogged
                }
                """);
    }

    @Test
    void aUserMayBeComparedAndAPasswordMayNot() {
        COMPARED.checkMembers(IMPORTS, """
                private final String user = System.getenv("ADMIN_USER");
                private final String password = System.getenv("ADMIN_PASSWORD");

                boolean admin(HttpServletRequest request) {
                    String header = request.getHeader("Authorization");
                    if (!"Basic".equalsIgnoreCase(header.split(" ")[0])) {
                        return false;
                    }
                    String[] parts = new String(Base64.getDecoder().decode(header.split(" ")[1])).split(":");
                    return parts[0].equals(user)
                            && parts[1].equals(password); // BUG: TimingUnsafeComparison
                }
                """);
    }

    @Test
    void aKeptTokenThatChangedIsNoGuess() {
        COMPARED.checkMembers("", """
                private Session session;

                interface Session {
                    String getNote(String name);
                }

                boolean changed(Refreshed refreshed) {
                    String oldToken = session.getNote("access_token");
                    String token = session.getNote("fresh_access_token");
                    return !oldToken.equals(token);
                }

                interface Refreshed {}
                """);
    }

    @Test
    void aTokenWithoutItsSignatureIsOfNoUse() {
        LOGGED.checkMembers(IMPORTS, """
                private static final Logger log = LoggerFactory.getLogger(Sample.class);

                void log(String accessToken) {
                    log.info("token {}", accessToken.substring(0, accessToken.lastIndexOf(".")) + ".signature");
                    log.info("token {}", accessToken.substring(0, accessToken.lastIndexOf("a"))); // BUG: SecretLogged
                }
                """);
    }
}
