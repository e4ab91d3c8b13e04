package dev.keywright.checks.rules.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SecretLoggedTest {

    private final RuleTester tester = RuleTester.of(SecretLogged.class);

    @Test
    void silentOnWhatIsOverwrittenWithAMaskWhereSomebodyAsks() {
        tester.check("""
                package sample;
                import java.util.*;
                import org.slf4j.*;
                class Wire {
                    private static final Logger log = LoggerFactory.getLogger(Wire.class);
                    private final Set<String> quiet = Set.of("authorization");
                    void send(Map<String, String> headers, String accessToken) {
                        headers.put("Authorization", "Bearer " + accessToken);
                        for (Map.Entry<String, String> header : headers.entrySet()) {
                            String value = header.getValue();
                            if (value != null && quiet.contains(header.getKey().toLowerCase())) {
                                value = "******";
                            }
                            log.debug("header {} is {}", header.getKey(), value);
                        }
                    }
                    void show(String password, boolean verbose) {
                        String shown = "******";
                        if (verbose) {
                            shown = password;
                        }
                        log.info("the password is {}", shown); // BUG: SecretLogged
                    }
                    void show(String password, String user) {
                        String shown = password;
                        if (user == null) {
                            shown = "nobody";
                        }
                        log.info("the password is {}", shown); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void silentOnAMaskInAParameterThatIsCalledAPassword() {
        tester.check("""
                package sample;
                import org.slf4j.Logger;
                import org.slf4j.LoggerFactory;
                class Command {
                    private static final Logger LOG = LoggerFactory.getLogger(Command.class);
                    private String user;
                    private String[] with(String password) { return new String[] {"-n", user, "-p", password}; }
                    void run(String password) {
                        LOG.debug("runs {}", String.join(" ", with("*****")));
                        LOG.debug("runs {}", String.join(" ", with(password))); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void silentOnWhatAHelperForPasswordsGivesUnderAnotherKey() {
        tester.check("""
                package sample;
                import org.slf4j.Logger;
                import org.slf4j.LoggerFactory;
                class Settings {
                    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
                    private Store store;
                    private String getPasswordString(String key) { return new String(store.getPassword(key)); }
                    private String getMandatory(String key) { return getPasswordString(key).trim(); }
                    void start() {
                        String where = getMandatory("account.oauth.client.endpoint");
                        String who = getPasswordString("account.oauth.user.name");
                        String what = getMandatory("account.oauth.client.secret");
                        LOG.info("asks {} as {}", where, who);
                        LOG.info("asks with {}", what); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void silentOnAnObjectMadeHereWhoseClassIsGivenSecretsFromOtherFiles() {
        tester.check("""
                package sample;
                class Query {
                    private String extra;
                    private String path;
                    void path(String p) { path = p; }
                    void setExtra(String e) { extra = e; }
                    @Override public String toString() { return "?path=" + path + "&" + extra; }
                }
                """, """
                package sample;
                import org.slf4j.Logger;
                import org.slf4j.LoggerFactory;
                class Client {
                    private static final Logger LOG = LoggerFactory.getLogger(Client.class);
                    void plain() {
                        Query query = new Query();
                        query.path("/");
                        LOG.debug("asks {}", query.toString());
                    }
                    void signed(String sasToken) {
                        Query query = new Query();
                        query.setExtra(sasToken);
                        LOG.debug("asks {}", query.toString()); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void silentOnTheTextOfAnObjectMadeHereThatWasNeverGivenTheSecret() {
        tester.check("""
                package sample;
                import org.slf4j.Logger;
                import org.slf4j.LoggerFactory;
                class Address {
                    private String userInfo;
                    private String host;
                    Address user(String user, String password) { return user(user + ':' + password); }
                    Address user(String info) { this.userInfo = info; return this; }
                    Address host(String name) { this.host = name; return this; }
                    private String build() {
                        StringBuilder text = new StringBuilder("https://");
                        if (userInfo != null) {
                            text.append(userInfo.trim()).append('@');
                        }
                        return text.append(host).toString();
                    }
                    @Override public String toString() { return build(); }
                }
                class Pages {
                    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
                    String plain(String host) {
                        Address address = new Address();
                        address.host(host);
                        String text = address.toString();
                        LOG.debug("made {}", text);
                        LOG.debug("made {}", address);
                        return text;
                    }
                    void chained(String host) { LOG.debug("made {}", new Address().host(host).toString()); }
                    String full(String host, String user, String password) {
                        Address address = new Address();
                        address.host(host).user(user, password);
                        String text = address.toString();
                        LOG.debug("made {}", text); // BUG: SecretLogged
                        return text;
                    }
                    void given(Address address) { LOG.debug("got {}", address.toString()); } // BUG: SecretLogged
                    void filled(String host) {
                        Address address = new Address();
                        fill(address);
                        LOG.debug("made {}", address.toString()); // BUG: SecretLogged
                    }
                    private void fill(Address address) { address.user("me", System.getenv("DB_PASSWORD")); }
                }
                """);
    }

    @Test
    void silentBehindAListOrAHelperThatKnowsWhichNamesAreKept() {
        tester.check("""
                package sample;
                import java.util.Map;
                import java.util.Set;
                import org.slf4j.Logger;
                import org.slf4j.LoggerFactory;
                class Dump {
                    private static final Logger LOG = LoggerFactory.getLogger(Dump.class);
                    private static final Set<String> SENSITIVE_KEYS = Set.of("db.password");
                    private static boolean isSensitive(String key) { return key.toLowerCase().contains("password"); }
                    void start(Map<String, String> settings, String password) {
                        settings.put("db.password", password);
                        for (Map.Entry<String, String> entry : settings.entrySet()) {
                            if (!SENSITIVE_KEYS.contains(entry.getKey())) {
                                LOG.info("{}={}", entry.getKey(), entry.getValue());
                            }
                        }
                        for (Map.Entry<String, String> entry : settings.entrySet()) {
                            if (isSensitive(entry.getKey())) {
                                LOG.info("{}=***", entry.getKey());
                            } else {
                                LOG.info("{}={}", entry.getKey(), entry.getValue());
                            }
                        }
                        for (Map.Entry<String, String> entry : settings.entrySet()) {
                            LOG.info("{}={}", entry.getKey(), entry.getValue()); // BUG: SecretLogged
                        }
                    }
                }
                """);
    }

    @Test
    void silentOnATokenWithoutItsSignature() {
        tester.check("""
                package sample;
                import org.slf4j.Logger;
                import org.slf4j.LoggerFactory;
                class AuthToken {
                    private static final Logger LOG = LoggerFactory.getLogger(AuthToken.class);
                    private String unsignedToken;
                    private String signature;
                    private String domain;
                    private String ip;
                    AuthToken(String signedToken) {
                        int end = signedToken.indexOf(";s=");
                        if (end != -1) {
                            unsignedToken = signedToken.substring(0, end);
                            signature = signedToken.substring(end + 3);
                        }
                        String parts = unsignedToken != null ? unsignedToken : signedToken;
                        for (String item : parts.split(";")) {
                            String[] pair = item.split("=");
                            switch (pair[0]) {
                                case "d" -> domain = pair[1];
                                case "i" -> ip = pair[1];
                                default -> { }
                            }
                        }
                        LOG.debug("read {}", unsignedToken);
                        LOG.debug("all of {}", signedToken); // BUG: SecretLogged
                    }
                    String getUnsignedToken() { return unsignedToken; }
                    static String getUnsignedToken(String credential) {
                        int end = credential.indexOf(";s=");
                        return end == -1 ? credential : credential.substring(0, end);
                    }
                    void refuse() { LOG.warn("{} of {} may not: {}", domain, ip, getUnsignedToken()); }
                    static void refuse(String accessToken) {
                        LOG.warn("refused: {}", AuthToken.getUnsignedToken(accessToken));
                        LOG.warn("refused: {}", accessToken.trim()); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void silentOnTheIdThatIsConfiguredBesideItsKey() {
        tester.check("""
                package sample;
                import java.util.Properties;
                import org.slf4j.Logger;
                import org.slf4j.LoggerFactory;
                class Buckets {
                    private static final Logger LOG = LoggerFactory.getLogger(Buckets.class);
                    void open(Properties settings) {
                        String id = settings.getProperty("store.accesskey");
                        String other = settings.getProperty("store.secretkey");
                        LOG.debug("bucket {}", "of-" + id);
                        LOG.debug("bucket {}", "of-" + other); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void whatOnlyAnOperationMadeIsAWarningBeyondThreeMethodsAndFields() {
        String source = """
                package sample;
                import java.util.logging.Logger;
                import javax.crypto.Mac;
                class Sums {
                    private static final Logger log = Logger.getLogger("sums");
                    private byte[] kept;
                    byte[] sum(Mac mac, byte[] text) { return mac.doFinal(text); }
                    byte[] again(Mac mac, byte[] text) { return sum(mac, text); }
                    String shown(byte[] some) { return new String(some); }
                    void near(Mac mac, byte[] text) {
                        byte[] some = again(mac, text);
                        log.info("found " + shown(some)); // BUG: SecretLogged
                    }
                    void far(Mac mac, byte[] text) {
                        byte[] some = again(mac, text);
                        log.info("found " + last(shown(some))); // BUG: SecretLogged
                    }
                    String last(String some) { return some.trim(); }
                    void named(String password) { first(password); } // BUG: SecretLogged
                    void first(String a) { second(a); }
                    void second(String a) { third(a); }
                    void third(String a) { fourth(a); }
                    void fourth(String a) { log.info(a); }
                }
                """;
        var findings = tester.check(source);
        assertThat(findings)
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR, Severity.WARNING, Severity.ERROR);
    }

    @Test
    @Timeout(60)
    void aPatternThatWouldNotEndHidesNothing() {
        tester.check("""
                package sample;
                import java.util.logging.Logger;
                class Shown {
                    private static final Logger log = Logger.getLogger("shown");
                    void log(String password) {
                        log.info("for " + password.replaceAll("[^-]", "*"));
                        log.info("for " + password.replaceAll("((\\\\w|\\\\w)*(\\\\w|\\\\w)*)*!\\\\1", "*")); // BUG: SecretLogged
                        log.info("for " + password.replaceAll("(", "*")); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void silentOnObjectsByTheNameOfCredentialsAndOnLockTokens() {
        tester.check("""
                package sample;
                import java.util.Map;
                import javax.jcr.Credentials;
                import org.slf4j.Logger;
                class SessionLocks {
                    private static Logger log;
                    void login(Map<String, Object> state) {
                        Credentials given = (Credentials) state.get("org.acme.credentials");
                        log.debug("not for " + given);
                        String text = (String) state.get("org.acme.credentials");
                        log.debug("not for " + text); // BUG: SecretLogged
                    }
                    void lock(String lockToken, String sessionToken) {
                        log.debug("locked by " + lockToken);
                        log.debug("used by " + sessionToken); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void silentOnObjectsOfUnknownTypeThatHaveAnId() {
        tester.check("""
                package sample;
                import java.util.*;
                import org.slf4j.*;
                class Manager {
                    private static final Logger log = LoggerFactory.getLogger(Manager.class);
                    void authenticate(Transaction transaction) {
                        for (var credential : transaction.getCredentials()) {
                            log.debug("trying {} {}", credential, credential.getId());
                        }
                    }
                    void plain(Transaction transaction) {
                        var password = transaction.getPassword();
                        log.debug("trying {}", password); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void silentWhereTheNameWasFoundToNameNoSecret() {
        tester.check("""
                package sample;
                import java.util.*;
                import org.slf4j.*;
                class Properties2 {
                    private static final Logger log = LoggerFactory.getLogger(Properties2.class);
                    private static final String PASSWORD = "password";
                    void all(String user, String password) {
                        Map<Object, Object> info = new HashMap<>();
                        info.put("user", user);
                        info.put(user, password);
                        for (Map.Entry<Object, Object> entry : info.entrySet()) {
                            if (entry.getKey().toString().toLowerCase().contains("password")) {
                                log.info("{}: ***", entry.getKey());
                            } else {
                                log.info("{}: {}", entry.getKey(), entry.getValue());
                            }
                        }
                        for (Map.Entry<Object, Object> entry : info.entrySet()) {
                            if (entry.getKey().toString().contains("user")) {
                                log.info("{}: ***", entry.getKey());
                            } else {
                                log.info("{}: {}", entry.getKey(), entry.getValue()); // BUG: SecretLogged
                            }
                        }
                    }
                    private void set(String propKey, String propValue) {
                        if (log.isDebugEnabled() && !propKey.contains(PASSWORD) && !propKey.contains("Password")) {
                            log.debug("set {} {}", propKey, propValue);
                        } else if (log.isDebugEnabled()) {
                            log.debug("set {}", propKey);
                        }
                    }
                    private void loud(String propKey, String propValue) {
                        if (log.isDebugEnabled() || !propKey.contains(PASSWORD)) {
                            log.debug("set {} {}", propKey, propValue);
                        }
                    }
                    void setPassword(String password) {
                        set("passwordOf", password);
                        loud("passwordOf", password); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void silentOnNamesLengthsAndMasks() {
        tester.check("""
                package sample;
                import java.util.*;
                import org.slf4j.*;
                class LoginService {
                    private static final Logger log = LoggerFactory.getLogger(LoginService.class);
                    private String apiKey;
                    record Safe(String user, int attempts) {}
                    static class Hidden { String user; String password; public String toString() { return user + "/***"; } }
                    void a(String user, String password, String nextPageToken, Safe safe, Hidden hidden) {
                        log.info("password for {} was wrong", user);
                        log.info("password length {}", password.length());
                        log.info("password present {}", password != null);
                        log.debug("key {}", mask(apiKey));
                        log.debug("key {}", apiKey.substring(0, 4));
                        log.debug("page {} {} {}", nextPageToken, safe, hidden);
                    }
                    String mask(String s) { return s.substring(0, 2) + "***"; }
                    void splits(String credentials) {
                        String username = credentials.substring(0, credentials.indexOf(':'));
                        log.info("user {}", username);
                    }
                    void header(jakarta.servlet.http.HttpServletRequest r) {
                        log.info("type {}", r.getHeader("Content-Type"));
                    }
                }
                """);
    }

    @Test
    void silentOnStreamsToAPeerFewCharactersPathsAndSwitchesNamedForIt() {
        tester.check("""
                package sample;
                import java.io.*;
                import java.net.Socket;
                import org.slf4j.*;
                class Proxy {
                    private static final Logger log = LoggerFactory.getLogger(Proxy.class);
                    private boolean debugPassword;
                    private boolean verbose;
                    void connect(Socket socket, String proxyPassword) throws IOException {
                        PrintStream out = new PrintStream(socket.getOutputStream(), false);
                        out.print("Proxy-Authorization: Basic " + proxyPassword);
                        System.out.print("Proxy-Authorization: Basic " + proxyPassword); // BUG: SecretLogged
                    }
                    static String hex(byte[] bytes, int max) {
                        StringBuilder text = new StringBuilder();
                        for (int i = 0; i < bytes.length && i < max; i++) {
                            text.append(bytes[i]);
                        }
                        return text.toString();
                    }
                    void cookie(byte[] sessionToken) {
                        log.debug("cookie {}", hex(sessionToken, 6));
                        log.debug("cookie {}", hex(sessionToken, 60)); // BUG: SecretLogged
                    }
                    void folder(File base) {
                        final String pwd = base.getParentFile().getAbsolutePath();
                        log.info("in {}", pwd);
                        log.info("in {}", pwd + "/sub");
                    }
                    private String asked(String password) { return debugPassword ? password : "<hidden>"; }
                    private String loud(String password) { return verbose ? password : "<hidden>"; }
                    void tell(String password) {
                        log.info("password {}", asked(password));
                        log.info("password {}", loud(password)); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void flagsSecretsInEveryShapeOfCall() {
        tester.check("""
                package sample;
                import java.util.*;
                import org.slf4j.*;
                class LoginService {
                    private static final Logger log = LoggerFactory.getLogger(LoginService.class);
                    private String apiKey;
                    void a(String user, String password) {
                        log.info("login {} {}", user, password); // BUG: SecretLogged
                        log.info("login " + user + " pw " + password); // BUG: SecretLogged
                        System.out.println("key " + apiKey); // BUG: SecretLogged
                        Optional.of(apiKey).map(String::trim).ifPresent(k -> log.info("x {}", k)); // BUG: SecretLogged
                        List.of(apiKey).forEach(k -> log.info(k)); // BUG: SecretLogged
                        MDC.put("k", apiKey); // BUG: SecretLogged
                    }
                    void neutral(jakarta.servlet.http.HttpServletRequest r) {
                        String v = System.getenv("GITHUB_TOKEN");
                        String w = "prefix " + v;
                        log.info(w); // BUG: SecretLogged
                        String h = r.getHeader("Authorization");
                        log.info("h {}", h); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void flagsObjectsThatRenderASecret() {
        tester.check("""
                package sample;
                import java.util.*;
                import org.slf4j.*;
                class Objects2 {
                    private static final Logger log = LoggerFactory.getLogger(Objects2.class);
                    record Login(String user, String password) {}
                    static class Creds { String user; String password; public String toString() { return user + "/" + password; } }
                    void objects(Login login, Creds creds) {
                        log.info("login {}", login); // BUG: SecretLogged
                        log.info("creds " + creds); // BUG: SecretLogged
                        log.info("user {}", login.user());
                        log.info("pw {}", login.password()); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void flagsTheCallOfAWrapper() {
        tester.check("""
                package sample;
                import java.util.*;
                import org.slf4j.*;
                class Wrapped {
                    private static final Logger log = LoggerFactory.getLogger(Wrapped.class);
                    private String apiKey;
                    void wrap(String message) { log.warn(message); }
                    void use() {
                        wrap("key is " + apiKey); // BUG: SecretLogged
                        wrap("hello");
                    }
                }
                """);
    }

    @Test
    void knownLimits() {
        tester.check("""
                package sample;
                import java.util.*;
                import org.slf4j.*;
                class Reflective {
                    private static final Logger log = LoggerFactory.getLogger(Reflective.class);
                    // A type that nobody knows may render anything.
                    void foreign(com.acme.ConnectionSettings settings) {
                        log.info("{}", settings);
                    }
                }
                """);
    }

    @Test
    void silentOnKindsOfCredentialsAndOnWhatAKeyMade() {
        tester.check("""
                package sample;
                import java.util.*;
                import javax.crypto.SecretKey;
                import org.slf4j.*;
                class StepUp {
                    private static final Logger log = LoggerFactory.getLogger(StepUp.class);
                    void used(List<String> credentials, Set<String> allowedCredentials) {
                        log.info("used {} of {}", credentials, allowedCredentials);
                    }
                    void sealed(SecretKey key, byte[] data, org.sample.Jwe jwe) {
                        log.info("sealed {}", jwe.encode(key, data));
                    }
                    void parts(jakarta.servlet.http.HttpServletRequest request) {
                        String[] parts = request.getHeader("Authorization").split(",");
                        String nonce = parts[1];
                        String cnonce = parts[2];
                        log.debug("nonce {} {}", nonce, cnonce);
                    }
                }
                """);
    }

    @Test
    void flagsAnAddressWithAKeyInIt() {
        tester.check("""
                package sample;
                import org.slf4j.*;
                class Caller {
                    private static final Logger log = LoggerFactory.getLogger(Caller.class);
                    private String apiKey;
                    void ask(String base) {
                        String url = base + "&api_key=" + apiKey + "&lang=en";
                        log.debug("asking {}", url); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void silentOnTheNamesOfAttributesAndCookies() {
        tester.check("""
                package sample;
                import java.util.*;
                import org.slf4j.*;
                class Directory {
                    private static final Logger log = LoggerFactory.getLogger(Directory.class);
                    private String userPassword;
                    private String sessionToken = "JSESSIONID2";
                    private String apiKey;
                    String find(org.sample.Entry entry) {
                        log.trace("asking for {}", userPassword);
                        return entry.getAttributeValue(userPassword);
                    }
                    Object cookie(String value) {
                        log.trace("setting {}", sessionToken);
                        return new org.sample.Cookie(sessionToken, value);
                    }
                    void send(org.sample.Request request) {
                        request.setHeader("X-API-Key", apiKey);
                        log.trace("sending {}", apiKey); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void silentOnNumbersByTheNameOfASecret() {
        tester.check("""
                package sample;
                import org.slf4j.*;
                class Protocol {
                    private static final Logger log = LoggerFactory.getLogger(Protocol.class);
                    static class Version {
                        short apiKey;
                        short apiKey() { return apiKey; }
                    }
                    static short number(org.sample.JsonNode node) { return Short.parseShort(node.toString()); }
                    Version read(org.sample.JsonNode json) {
                        Version version = new Version();
                        version.apiKey = number(json.get("apiKey"));
                        log.info("read {}", version.apiKey());
                        named(version.apiKey());
                        return version;
                    }
                    void named(int id) {
                        log.info("unknown " + id);
                    }
                }
                """);
    }

    @Test
    void silentOnAParsersTokens() {
        tester.check("""
                package sample;
                import org.slf4j.*;
                class RuleParser {
                    private static final Logger log = LoggerFactory.getLogger(RuleParser.class);
                    static final class Token {
                        private final String token;
                        private final int position;
                        Token(String token, int position) { this.token = token; this.position = position; }
                        String getToken() { return token; }
                        int getPosition() { return position; }
                    }
                    void unexpected(Token token) {
                        log.warn("unexpected {} at {}", token.getToken(), token.getPosition());
                    }
                }
                """, """
                package sample;
                import org.slf4j.*;
                class Accounts {
                    private static final Logger log = LoggerFactory.getLogger(Accounts.class);
                    static final class Token {
                        private String token;
                        String getToken() { return token; }
                    }
                    void made(Token token) {
                        log.warn("made {}", token.getToken()); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void oneHeaderIsNotAllOfThem() {
        tester.check("""
                package sample;
                import io.netty.handler.codec.http.HttpHeaders;
                import org.slf4j.*;
                class Forwarded {
                    private static final Logger log = LoggerFactory.getLogger(Forwarded.class);
                    void read(HttpHeaders headers, String realIpHeader) {
                        String address = headers.get(realIpHeader);
                        log.debug("address {}", address);
                        log.debug("headers {}", headers); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void silentOnTemplatesAndOnObjectsWithoutAText() {
        tester.check("""
                package sample;
                import org.slf4j.*;
                class StringTokenReplacer {
                    String replaceTokens(String text) {
                        StringBuilder result = new StringBuilder();
                        StringBuilder token = new StringBuilder();
                        for (char c : text.toCharArray()) {
                            token.append(c);
                        }
                        return result.append(token).toString();
                    }
                }
                """, """
                package sample;
                import org.slf4j.*;
                class Matcher {
                    private static final Logger log = LoggerFactory.getLogger(Matcher.class);
                    private final StringTokenReplacer replacer = new StringTokenReplacer();
                    void match(String value) {
                        log.debug("expanded {}", replacer.replaceTokens(value));
                    }
                }
                """, """
                package sample;
                import org.slf4j.*;
                class Call {
                    private static final Logger log = LoggerFactory.getLogger(Call.class);
                    abstract static class Flavor {}
                    private Flavor credentials;
                    void sent() {
                        log.trace("credential {}", credentials.toString());
                    }
                }
                """);
    }

    @Test
    void silentOnPatternsOfAccessLogsAndOnRulesThatMapNames() {
        tester.check("""
                package sample;
                import org.slf4j.*;
                class ExtendedAccessLogValve {
                    private static final Logger log = LoggerFactory.getLogger(ExtendedAccessLogValve.class);
                    void parse(java.util.Iterator<String> pattern) {
                        String token = pattern.next();
                        log.trace("token {}", token);
                    }
                    void rules() {
                        log.info("rules {}", System.getProperty("kerberos.auth_to_local"));
                        log.info("auth {}", System.getProperty("kerberos.auth_token")); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void aPassIsAPasswordBesideWhomItBelongsTo() {
        tester.check("""
                package sample;
                import org.slf4j.*;
                class Renderer {
                    private static final Logger log = LoggerFactory.getLogger(Renderer.class);
                    void draw(String pass, int frame) {
                        log.info("{} of {}", pass, frame);
                    }
                }
                """);
        tester.check("""
                package sample;
                import org.slf4j.*;
                class Connection {
                    private static final Logger log = LoggerFactory.getLogger(Connection.class);
                    private final String user;
                    private final String pass;
                    Connection(String user, String pass) { this.user = user; this.pass = pass; }
                    void open(int pass2, boolean passed) {
                        log.info("as {} {} {}", user, pass2, passed);
                        log.info("with {}", pass); // BUG: SecretLogged
                    }
                }
                """);
    }
}
