package corpus.leak;

import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class TokenClient {

    private static final Logger JUL = Logger.getLogger("client");
    private static final org.slf4j.Logger log = LoggerFactory.getLogger(TokenClient.class);
    private static final System.Logger SYS = System.getLogger("client");
    private static final org.apache.logging.log4j.Logger LOG4J = org.apache.logging.log4j.LogManager.getLogger();
    private static final org.apache.commons.logging.Log ACL = org.apache.commons.logging.LogFactory.getLog("x");
    private static final org.jboss.logging.Logger JBOSS = org.jboss.logging.Logger.getLogger("x");
    private static final com.google.common.flogger.FluentLogger flogger =
            com.google.common.flogger.FluentLogger.forEnclosingClass();

    private final String clientSecret;
    private final String clientId;

    TokenClient(String clientId, String clientSecret) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        log.info("made a client for {}", clientId); // OK: SecretLogged
    }

    void slf4j(String accessToken, String password) {
        log.info("token is {}", accessToken); // BUG: SecretLogged
        log.debug("login with " + password); // BUG: SecretLogged
        log.warn("{} / {}", clientId, clientSecret); // BUG: SecretLogged
        log.atInfo().addArgument(accessToken).log("got {}"); // BUG: SecretLogged
        log.atDebug().addKeyValue("token", accessToken).log("got one"); // BUG: SecretLogged
        log.atInfo().setMessage("t=" + accessToken).log(); // BUG: SecretLogged
        log.error("failed for {}", new Object[] {accessToken}); // BUG: SecretLogged
        log.info(String.format("pwd=%s", password)); // BUG: SecretLogged
    }

    void others(String apiKey) {
        JUL.info("key " + apiKey); // BUG: SecretLogged
        JUL.log(Level.FINE, "key {0}", apiKey); // BUG: SecretLogged
        JUL.fine(() -> "key " + apiKey); // BUG: SecretLogged
        SYS.log(System.Logger.Level.INFO, "key {0}", apiKey); // BUG: SecretLogged
        LOG4J.info("key {}", apiKey); // BUG: SecretLogged
        ACL.info("key " + apiKey); // BUG: SecretLogged
        JBOSS.infof("key %s", apiKey); // BUG: SecretLogged
        flogger.atInfo().log("key %s", apiKey); // BUG: SecretLogged
        System.out.println("key: " + apiKey); // BUG: SecretLogged
        System.err.printf("key: %s%n", apiKey); // BUG: SecretLogged
        MDC.put("apiKey", apiKey); // BUG: SecretLogged
    }

    void neutral() {
        String x = System.getenv("STRIPE_SECRET_KEY");
        String y = x.trim();
        Map<String, String> m = new HashMap<>();
        m.put("k", y);
        log.info("starting with {}", m.get("k")); // BUG: SecretLogged
    }

    void builder(String password) {
        StringBuilder sb = new StringBuilder("user=");
        sb.append(clientId).append(" pw=").append(password);
        log.info(sb.toString()); // BUG: SecretLogged
    }

    private void trace(String what, Object value) {
        log.trace("{}: {}", what, value);
    }

    void wrapper(String refreshToken) {
        trace("token", refreshToken); // BUG: SecretLogged
    }

    void fine(String accessToken, String password, char[] passphrase, Throwable e) {
        log.info("password changed"); // OK: SecretLogged
        log.info("token of {} chars", accessToken.length()); // OK: SecretLogged
        log.info("token present: {}", accessToken != null); // OK: SecretLogged
        log.info("token {}", mask(accessToken)); // OK: SecretLogged
        log.info("token {}...", accessToken.substring(0, 4)); // OK: SecretLogged
        log.info("token hash {}", Integer.toHexString(accessToken.hashCode())); // OK: SecretLogged
        log.info("user {}", clientId); // OK: SecretLogged
        log.error("no password given", e); // OK: SecretLogged
        log.info("empty: {}", password.isEmpty()); // OK: SecretLogged
        log.info("secret name is {}", "db-password"); // OK: SecretLogged
        JUL.info("token " + redact(accessToken)); // OK: SecretLogged
        System.out.println("passphrase has " + passphrase.length); // OK: SecretLogged
    }

    void names(String tokenType, String passwordPolicy, String secretName, String keyId, int tokenCount, String tokenUrl) {
        log.info("type {}", tokenType); // OK: SecretLogged
        log.info("policy {}", passwordPolicy); // OK: SecretLogged
        log.info("secret {}", secretName); // OK: SecretLogged
        log.info("key {}", keyId); // OK: SecretLogged
        log.info("tokens {}", tokenCount); // OK: SecretLogged
        log.info("from {}", tokenUrl); // OK: SecretLogged
    }

    void lexer(String token, int key, String hash) {
        log.debug("token {} at {}", token, key); // OK: SecretLogged
        log.debug("hash {}", hash); // OK: SecretLogged
    }

    private static String mask(String s) {
        return s.length() < 8 ? "***" : s.substring(0, 2) + "***";
    }

    private static String redact(String s) {
        return "[redacted]";
    }
}
