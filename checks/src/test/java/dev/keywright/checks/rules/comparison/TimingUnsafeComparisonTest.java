package dev.keywright.checks.rules.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class TimingUnsafeComparisonTest {

    private final RuleTester tester = RuleTester.of(TimingUnsafeComparison.class);

    @Test
    void silentOnConstantsThatHoldNamesOfProperties() {
        tester.check("""
                package sample;
                class Cli {
                    static final String[] SYSTEM_PROPERTY_MASTER_PASSWORD = {"settings.master.password", "settings-master-password"};
                    private String masterPassword;
                    static boolean given(String[] names, String[] args) {
                        for (String name : names) {
                            for (String arg : args) {
                                if (name.equals(arg)) {
                                    return true;
                                }
                            }
                        }
                        return false;
                    }
                    static boolean asked(String[] args) { return given(SYSTEM_PROPERTY_MASTER_PASSWORD, args); }
                    boolean opens(String password) { return masterPassword.equals(password); } // BUG: TimingUnsafeComparison
                }
                """);
    }

    @Test
    void silentOnWhatStandsBesideAMacInABuffer() {
        tester.check("""
                package sample;
                import java.util.Arrays;
                import javax.crypto.Mac;
                class Packet {
                    byte[] buffer = new byte[4096];
                    int end;
                    byte[] part(int from, int to) { return Arrays.copyOfRange(buffer, from, to); }
                }
                class Session {
                    private static final byte[] hmacWithSha1 = {0x2a, 0x06, 0x48, 0x06, 0x02, 0x07};
                    private byte[] computed = new byte[32];
                    private Mac mac;
                    void send(Packet packet) throws Exception {
                        mac.update(packet.buffer, 0, packet.end);
                        mac.doFinal(packet.buffer, packet.end);
                    }
                    boolean isName(Packet packet, byte[] name) {
                        return Arrays.equals(packet.part(4, 8), name);
                    }
                    boolean isSha1(byte[] id) {
                        return Arrays.equals(id, hmacWithSha1);
                    }
                    boolean verify(byte[] given, byte[] data) throws Exception {
                        mac.update(data);
                        mac.doFinal(computed, 0);
                        return Arrays.equals(computed, given); // BUG: TimingUnsafeComparison
                    }
                }
                """);
    }

    @Test
    void silentOnTheStateThatAnObjectIsReadBackWith() {
        tester.check("""
                package sample;
                import java.io.*;
                class Pool implements Serializable {
                    private String password;
                    private void readObject(ObjectInputStream in) throws Exception {
                        this.password = (String) in.readObject();
                    }
                    void setPassword(String password) {
                        String before = this.password;
                        if (!same(before, password)) {
                            this.password = password;
                        }
                    }
                    static boolean same(Object one, Object other) {
                        return one == other || one != null && one.equals(other);
                    }
                }
                """, """
                package sample;
                import java.io.*;
                class Server {
                    private String password;
                    boolean opens(Socket socket) throws Exception {
                        ObjectInputStream in = new ObjectInputStream(socket.getInputStream());
                        String given = (String) in.readObject();
                        return password.equals(given); // BUG: TimingUnsafeComparison
                    }
                }
                """);
    }

    @Test
    void silentOnPrivateKeysOfTwoObjects() {
        tester.check("""
                package sample;
                import java.util.Arrays;
                class Pair {
                    private byte[] privateKeyBytes;
                    private byte[] secretKeyBytes;
                    private byte[] parentalPrivateKeyBytes;
                    byte[] getPrivateKeyBytes() { return parentalPrivateKeyBytes; }
                    static boolean isReversible(Pair original, byte[] reborn) {
                        return Arrays.equals(original.getPrivateKeyBytes(), reborn);
                    }
                    boolean isSame(byte[] givenSecretKey) {
                        return Arrays.equals(secretKeyBytes, givenSecretKey); // BUG: TimingUnsafeComparison
                    }
                    boolean opens(javax.servlet.http.HttpServletRequest request, String privateKeyText) {
                        return request.getHeader("X-Key").equals(this.privateKeyBytes.toString() + privateKeyText); // BUG: TimingUnsafeComparison
                    }
                }
                """);
    }

    @Test
    void silentOnListsOfWords() {
        tester.check("""
                package sample;
                class Protocols {
                    static final String BOTH = "https,http";
                    static boolean isBoth(String sasToken) {
                        String received = sasToken.split("&")[1];
                        return BOTH.equals(received);
                    }
                }
                """);
    }

    @Test
    void silentOnAnArrayWithoutElements() {
        tester.check("""
                package sample;
                import java.util.Arrays;
                class Ledgers {
                    private byte[] storedMasterKey;
                    boolean isOpen(byte[] givenMasterKey) {
                        if (!Arrays.equals(storedMasterKey, new byte[0])) {
                            return false;
                        }
                        byte[] none = new byte[0];
                        byte[] read = new byte[16];
                        read = givenMasterKey;
                        return Arrays.equals(storedMasterKey, none)
                                || Arrays.equals(storedMasterKey, read); // BUG: TimingUnsafeComparison
                    }
                }
                """);
    }

    @Test
    void silentOnTheKeywordsOfALanguage() {
        tester.check("""
                package sample;
                class Tokens {
                    private static final IntMap reservedKeys = new IntMap();
                    static boolean isKeyword(String token) { return reservedKeys.get(token, -1) >= 0; }
                    static int keyword(String token) { return reservedKeys.get(token, -1); }
                    static class IntMap {
                        private final Object[] keys = new Object[10];
                        int get(Object key, int otherwise) {
                            for (int i = 0; i < keys.length; i++) {
                                if (keys[i].equals(key)) {
                                    return i;
                                }
                            }
                            return otherwise;
                        }
                    }
                }
                """);
    }

    @Test
    void silentOnASearchThatOnlySaysWhetherToInsert() {
        tester.check("""
                package sample;
                import java.util.*;
                import javax.crypto.Mac;
                class Headers {
                    private final Map<String, List<String>> headers = new HashMap<>();
                    private final List<String> known = new ArrayList<>();
                    void add(String name, String value) {
                        List<String> values = headers.computeIfAbsent(name, key -> new ArrayList<>());
                        if (!values.contains(value)) {
                            values.add(value);
                        }
                    }
                    void sign(Mac mac, byte[] text) {
                        add("authorization", Base64.getEncoder().encodeToString(mac.doFinal(text)));
                    }
                    boolean knows(Mac mac, byte[] text) {
                        String signature = Base64.getEncoder().encodeToString(mac.doFinal(text));
                        if (!known.contains(signature)) { // BUG: TimingUnsafeComparison
                            return false;
                        }
                        return true;
                    }
                }
                """);
    }

    @Test
    void silentOnTheSignatureOfAClass() {
        tester.check("""
                package sample;
                import java.math.BigInteger;
                import java.security.MessageDigest;
                class Ordered {
                    private static String signOfClass(String name) throws Exception {
                        MessageDigest crypt = MessageDigest.getInstance("SHA-1");
                        crypt.update(name.getBytes());
                        return new BigInteger(1, crypt.digest()).toString(16);
                    }
                    private static String signOf(String text) throws Exception {
                        MessageDigest crypt = MessageDigest.getInstance("SHA-1");
                        crypt.update(text.getBytes());
                        return new BigInteger(1, crypt.digest()).toString(16);
                    }
                    void load(String kept) throws Exception {
                        String sign = kept.split(":")[1];
                        String found = signOfClass(kept.split(":")[0]);
                        if (!found.equals(sign)) {
                            throw new IllegalStateException("another class");
                        }
                    }
                    void receive(String text, String sign) throws Exception {
                        String found = signOf(text);
                        if (!found.equals(sign)) { // BUG: TimingUnsafeComparison
                            throw new IllegalStateException("changed");
                        }
                    }
                }
                """);
    }

    @Test
    void silentOnConstantTimeComparisons() {
        tester.check("""
                package sample;
                import java.security.*;
                import java.util.*;
                import javax.crypto.*;
                import javax.crypto.spec.*;
                import jakarta.servlet.http.HttpServletRequest;
                class WebhookController {
                    boolean digest(HttpServletRequest request, Mac mac, byte[] body) {
                        byte[] expected = mac.doFinal(body);
                        byte[] given = HexFormat.of().parseHex(request.getHeader("X-Signature"));
                        return MessageDigest.isEqual(expected, given);
                    }
                    boolean xor(byte[] given, Mac mac) {
                        byte[] mine = mac.doFinal();
                        int difference = 0;
                        for (int i = 0; i < mine.length; i++) {
                            difference |= mine[i] ^ given[i];
                        }
                        return difference == 0;
                    }
                }
                """);
    }

    @Test
    void silentOnStatesPrefixesAndPresence() {
        tester.check("""
                package sample;
                import java.security.*;
                import java.util.*;
                import javax.crypto.*;
                import javax.crypto.spec.*;
                import jakarta.servlet.http.HttpServletRequest;
                class AuthFilter {
                    String key(HttpServletRequest request) {
                        String header = request.getHeader("Authorization");
                        if (header == null || "".equals(header) || !header.startsWith("Bearer ")) {
                            return "none";
                        }
                        String tokenType = request.getParameter("token_type");
                        return "Bearer".equalsIgnoreCase(tokenType) ? header : "none";
                    }
                }
                """);
    }

    @Test
    void silentWhereBothSidesComeFromTheSamePlace() {
        tester.check("""
                package sample;
                import java.security.*;
                import java.util.*;
                import javax.crypto.*;
                import javax.crypto.spec.*;
                import jakarta.servlet.http.HttpServletRequest;
                class Account {
                    private String password;
                    interface Config { String getPassword(); }
                    boolean changed(Config oldConfig, Config newConfig) {
                        return !oldConfig.getPassword().equals(newConfig.getPassword());
                    }
                    void register(String password, String confirmPassword) {
                        if (!password.equals(confirmPassword)) throw new IllegalArgumentException("do not match");
                    }
                    @Override public boolean equals(Object o) {
                        return o instanceof Account other && password.equals(other.password);
                    }
                }
                """);
    }

    @Test
    void silentOnParsersMapsAndContentDigests() {
        tester.check("""
                package sample;
                import java.security.*;
                import java.util.*;
                import javax.crypto.*;
                import javax.crypto.spec.*;
                import jakarta.servlet.http.HttpServletRequest;
                class TemplateParser {
                    private String token;
                    boolean accept(String expected) { return token.equals(expected); }
                    void find(Map<String, String> map, String key) {
                        for (Map.Entry<String, String> e : map.entrySet()) {
                            if (e.getKey().equals(key)) return;
                        }
                    }
                    boolean unchanged(byte[] file, String etag) throws Exception {
                        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
                        return hash.equals(etag);
                    }
                }
                """);
    }

    @Test
    void flagsComputedMacs() {
        tester.check("""
                package sample;
                import java.security.*;
                import java.util.*;
                import javax.crypto.*;
                import javax.crypto.spec.*;
                import jakarta.servlet.http.HttpServletRequest;
                class WebhookController {
                    private String secret;
                    String verify(HttpServletRequest request, byte[] body) throws Exception {
                        String given = request.getHeader("X-Thing");
                        Mac mac = Mac.getInstance("HmacSHA256");
                        mac.init(new SecretKeySpec(secret.getBytes(), "HmacSHA256"));
                        String expected = HexFormat.of().formatHex(mac.doFinal(body));
                        if (!expected.equals(given)) { // BUG: TimingUnsafeComparison
                            return "bad";
                        }
                        return "ok";
                    }
                    boolean neutral(HttpServletRequest r, byte[] b, Mac m) {
                        byte[] raw = m.doFinal(b);
                        StringBuilder text = new StringBuilder("sha256=");
                        for (byte q : raw) {
                            text.append(String.format("%02x", q));
                        }
                        return text.toString().equalsIgnoreCase(r.getHeader("X-Other")); // BUG: TimingUnsafeComparison
                    }
                    boolean arrays(Mac m, byte[] data, byte[] given) {
                        return Arrays.equals(m.doFinal(data), given); // BUG: TimingUnsafeComparison
                    }
                }
                """);
    }

    @Test
    void flagsKeysFromHeadersFieldsAndEnvironment() {
        tester.check("""
                package sample;
                import java.security.*;
                import java.util.*;
                import javax.crypto.*;
                import javax.crypto.spec.*;
                import jakarta.servlet.http.HttpServletRequest;
                class KeyFilter {
                    private final String apiKey = System.getenv("API_KEY");
                    boolean direct(HttpServletRequest r) {
                        String given = r.getHeader("X-API-Key");
                        return given != null && given.equals(apiKey); // BUG: TimingUnsafeComparison
                    }
                    boolean bearer(HttpServletRequest r) {
                        String header = r.getHeader("Authorization");
                        if (header == null || !header.startsWith("Bearer ")) return false;
                        return Objects.equals(header.substring(7), apiKey); // BUG: TimingUnsafeComparison
                    }
                    boolean search(List<String> known, HttpServletRequest r) {
                        String given = r.getHeader("X-API-Key");
                        return known.stream().anyMatch(k -> k.equals(given)); // BUG: TimingUnsafeComparison
                    }
                }
                """);
    }

    @Test
    void flagsTheCallThatHandsTheSecretToAHelper() {
        tester.check("""
                package sample;
                import java.security.*;
                import java.util.*;
                import javax.crypto.*;
                import javax.crypto.spec.*;
                import jakarta.servlet.http.HttpServletRequest;
                class HelperFilter {
                    private final String apiKey = System.getenv("API_KEY");
                    boolean check(HttpServletRequest r) {
                        return same(apiKey, r.getHeader("X-API-Key")); // BUG: TimingUnsafeComparison
                    }
                    boolean plain(String a) {
                        return same(a, "x");
                    }
                    static boolean same(String a, String b) {
                        return a != null && a.equals(b);
                    }
                }
                """);
    }

    @Test
    void flagsLoopsThatStopAtTheFirstDifference() {
        tester.check("""
                package sample;
                import java.security.*;
                import java.util.*;
                import javax.crypto.*;
                import javax.crypto.spec.*;
                import jakarta.servlet.http.HttpServletRequest;
                class Loops {
                    boolean loop(byte[] given, Mac mac) {
                        byte[] mine = mac.doFinal();
                        for (int i = 0; i < mine.length; i++) {
                            if (mine[i] != given[i]) return false; // BUG: TimingUnsafeComparison
                        }
                        return true;
                    }
                }
                """);
    }

    @Test
    void silentWhereAOneTimePasswordIsOnlySet() {
        tester.check("""
                package sample;
                class Enrolment {
                    private String otp;
                    boolean setOtp(String otp) {
                        boolean changed = !this.otp.equals(otp);
                        this.otp = otp;
                        return changed;
                    }
                }
                """);
    }

    @Test
    void flagsTypedOneTimePasswords() {
        tester.check("""
                package sample;
                class SecondFactor {
                    interface User { String getOtp(); }
                    boolean verify(User user, String code) {
                        return user.getOtp().equals(code); // BUG: TimingUnsafeComparison
                    }
                }
                """);
    }

    @Test
    void knownLimits() {
        tester.check("""
                package sample;
                import java.security.*;
                import java.util.*;
                import javax.crypto.*;
                import javax.crypto.spec.*;
                import jakarta.servlet.http.HttpServletRequest;
                class Limits {
                    // A MAC that a library of unknown type computes under a neutral name.
                    boolean foreign(Signer signer, String given) {
                        return signer.apply("x").equals(given);
                    }
                    interface Signer { String apply(String s); }
                }
                """);
    }

    @Test
    void silentOnAddressesThatOnlyCarryASecret() {
        tester.check("""
                package sample;
                import java.util.*;
                class WebAddress {
                    private final String encodedUser;
                    private final String encodedPassword;
                    private final String host;
                    private final String query;
                    private final String text;
                    WebAddress(String encodedUser, String encodedPassword, String host, String query) {
                        this.encodedUser = encodedUser;
                        this.encodedPassword = encodedPassword;
                        this.host = host;
                        this.query = query;
                        StringBuilder built = new StringBuilder();
                        built.append("https").append("://");
                        built.append(encodedUser).append(':').append(encodedPassword).append('@');
                        built.append(host);
                        if (query != null) {
                            built.append('?').append(query);
                        }
                        this.text = built.toString();
                    }
                    boolean sameAs(String other) { return text.equals(other); }
                    boolean isSecure() { return text.regionMatches(0, "https", 0, 5); }
                    boolean asks(String name) {
                        for (String pair : text.substring(text.indexOf('?') + 1).split("&")) {
                            if (pair.equals(name)) {
                                return true;
                            }
                        }
                        return false;
                    }
                }
                """);
    }

    @Test
    void silentOnThePublicPartsOfAHeader() {
        tester.check("""
                package sample;
                import java.util.*;
                import jakarta.servlet.http.HttpServletRequest;
                class ChallengeFilter {
                    private String realm;
                    private String nonceCount;
                    private final String ourRealm = load();
                    String load() { return System.getProperty("our.realm"); }
                    boolean sameRealm(HttpServletRequest request) {
                        String header = request.getHeader("Authorization");
                        Map<String, String> parts = new HashMap<>();
                        for (String part : header.split(",")) {
                            parts.put(part.split("=")[0], part.split("=")[1]);
                        }
                        this.realm = parts.get("realm");
                        return ourRealm.equals(this.realm);
                    }
                }
                """);
    }

    @Test
    void flagsTheWholeOfASecretInAnyForm() {
        tester.check("""
                package sample;
                import java.util.*;
                import jakarta.servlet.http.HttpServletRequest;
                class TokenGate {
                    private String expectedToken;
                    private String user;
                    private String password;
                    boolean bare(HttpServletRequest request) {
                        return expectedToken.equals(request.getHeader("X-Token")); // BUG: TimingUnsafeComparison
                    }
                    boolean prefixed(HttpServletRequest request) {
                        return ("Bearer " + expectedToken).equals(request.getHeader("Authorization")); // BUG: TimingUnsafeComparison
                    }
                    boolean basic(HttpServletRequest request) {
                        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
                        return ("Basic " + pair).equals(request.getHeader("Authorization")); // BUG: TimingUnsafeComparison
                    }
                }
                """);
    }

    @Test
    void silentOnStandInsForASecretAndOnPublicKeys() {
        tester.check("""
                package sample;
                import java.util.*;
                import jakarta.servlet.http.HttpServletRequest;
                class Settings {
                    private static final byte[] DEFAULT_PSK = new byte[0];
                    private final byte[] default_psk = null;
                    private String defaultApiKey;
                    private String apiKey;
                    boolean isSet(byte[] psk) {
                        return !Arrays.equals(psk, default_psk) && !Arrays.equals(psk, DEFAULT_PSK);
                    }
                    boolean isOwn(String key) {
                        return !key.equals(defaultApiKey);
                    }
                    boolean admits(HttpServletRequest request) {
                        return defaultApiKey.equals(request.getHeader("X-API-Key")) // BUG: TimingUnsafeComparison
                                || apiKey.equals(request.getHeader("X-API-Key")); // BUG: TimingUnsafeComparison
                    }
                    interface PublicPoint { byte[] getPoint(); }
                    static byte[] validate_signature_calculate(PublicPoint point, byte[] signature) { return signature.clone(); }
                    boolean valid(PublicPoint point, byte[] signature) {
                        return Arrays.equals(validate_signature_calculate(point, signature), point.getPoint());
                    }
                }
                """);
    }

    @Test
    void warnsOnlyOfTokensThatARecordOfAnotherTokenLists() {
        var findings = tester.check("""
                package sample;
                import java.util.*;
                class Provider {
                    static class RefreshToken {
                        private List<String> accessTokens = new ArrayList<>();
                        List<String> getAccessTokens() { return accessTokens; }
                    }
                    static class AccessToken {
                        private String tokenKey;
                        String getTokenKey() { return tokenKey; }
                    }
                    void link(RefreshToken refresh, AccessToken access) {
                        if (!refresh.getAccessTokens().contains(access.getTokenKey())) {
                            refresh.getAccessTokens().add(access.getTokenKey());
                        }
                    }
                    void unlink(RefreshToken refresh, AccessToken access) {
                        if (refresh.getAccessTokens().contains(access.getTokenKey())) { // BUG: TimingUnsafeComparison
                            refresh.getAccessTokens().remove(access.getTokenKey());
                        }
                    }
                }
                """);
        assertThat(findings).extracting(finding -> finding.severity()).containsOnly(Severity.WARNING);
    }

    @Test
    void silentOnSettersDictionariesAndSingleCharacters() {
        tester.check("""
                package sample;
                import java.util.*;
                import java.util.function.IntPredicate;
                import jakarta.servlet.http.HttpServletRequest;
                class Pool {
                    private static final String[] DICTIONARY = {"password", "abc123", "iloveyou"};
                    private static final Set<Integer> SIGNS = Set.of(33, 36);
                    private volatile String password;
                    void setPassword(String password) {
                        if (Objects.equals(this.password, password)) {
                            return;
                        }
                        this.password = password;
                    }
                    int strength(String passwd) {
                        int level = 3;
                        for (String word : DICTIONARY) {
                            if (passwd.equals(word)) {
                                level--;
                            }
                        }
                        return passwd.chars().noneMatch(SIGNS::contains) ? level - 1 : level;
                    }
                    boolean check(HttpServletRequest request) {
                        return password.equals(request.getParameter("password")); // BUG: TimingUnsafeComparison
                    }
                }
                """);
    }

    @Test
    void silentOnSettersThatOthersCallAndOnlyWarnsOfSomeEntryOfAMap() {
        tester.check("""
                package sample;
                import java.util.*;
                class Pool {
                    private volatile String password;
                    void setPassword(String word) {
                        if (Objects.equals(this.password, word)) {
                            return;
                        }
                        this.password = word;
                    }
                    static Pool of(Properties properties) {
                        Pool pool = new Pool();
                        pool.setPassword(properties.getProperty("db.password"));
                        return pool;
                    }
                }
                """);
        var findings = tester.check("""
                package sample;
                import java.util.*;
                class Profiles {
                    private final List<Map<String, Object>> all = new ArrayList<>();
                    void add(String password, String id, jakarta.servlet.http.HttpServletRequest request) {
                        Map<String, Object> map = new HashMap<>();
                        map.put("id", id);
                        map.put("password", password);
                        all.add(map);
                        find(map, request.getParameter("by"), request.getParameter("value")); // BUG: TimingUnsafeComparison
                    }
                    private boolean find(Map<String, Object> map, String key, String value) {
                        return map.get(key).equals(value);
                    }
                }
                """);
        assertThat(findings).extracting(finding -> finding.severity()).containsOnly(Severity.WARNING);
    }

    @Test
    void silentOnPatternsOfAttributes() {
        tester.check("""
                package sample;
                class AuthenticationTypeAttribute {
                    static final String TYPE_TOKEN = "%{AUTHENTICATION_TYPE}";
                    static final String ACCESS_TOKEN = "%u";
                    boolean build(String token) {
                        return token.equals(TYPE_TOKEN) || token.equals(ACCESS_TOKEN);
                    }
                }
                """);
    }

    @Test
    void silentOnHashesOfOtherThings() {
        tester.check("""
                package sample;
                class Files {
                    private String contentHash;
                    private String passwordHash;
                    private Digests digests;
                    boolean unchanged(String text) { return contentHash.equals(digests.hash(text)); }
                    boolean sameAlgorithm(String password) { return passwordHash.startsWith("$2a$"); }
                    boolean safe(String password) {
                        return java.security.MessageDigest.isEqual(passwordHash.getBytes(), digests.hash(password).getBytes());
                    }
                }
                """);
    }

    @Test
    void flagsKeptHashesComparedWithThoseOfAnUnknownHasher() {
        tester.check("""
                package sample;
                class Member {
                    private String hashedPassword;
                    private String cryptedPassword;
                    private final vendor.Hasher hasher = new vendor.Hasher();
                    boolean enter(String pass) throws Exception {
                        String attempt = vendor.Hasher.digestOf(pass, "SHA-1");
                        return hashedPassword.equals(attempt); // BUG: TimingUnsafeComparison
                    }
                    boolean isOwner(Form form) {
                        return cryptedPassword.equals(hasher.crypt(String.valueOf(form.getPassword()), 10)); // BUG: TimingUnsafeComparison
                    }
                    boolean unix(java.util.Map<String, String> shadow, String name, String password) {
                        String line = shadow.get(name);
                        return line.equals(vendor.Unix.crypt(password, line.substring(0, 2))); // BUG: TimingUnsafeComparison
                    }
                    static boolean check(String plaintext, String salted) {
                        return salted.compareTo(vendor.Blow.hashpw(plaintext, salted)) == 0; // BUG: TimingUnsafeComparison
                    }
                }
                """);
    }

    @Test
    void whatWorksOnRequestsIsNotWhatWasSent() {
        tester.check("""
                package sample;
                class RequestHeaderGuard {
                    private final String gateSecret;
                    RequestHeaderGuard(String gateSecret) { this.gateSecret = gateSecret; }
                    boolean opens(javax.servlet.http.HttpServletRequest request) {
                        return gateSecret.equals(request.getHeader("X-Gate")); // BUG: TimingUnsafeComparison
                    }
                }
                """);
    }

    @Test
    void flagsAMacThatAMessageKeepsWhereItIsVerified() {
        tester.check("""
                package sample;
                import java.util.Arrays;
                import javax.crypto.Mac;
                class Parcel {
                    private byte[] seal;
                    void close(Mac mac, byte[] body) { seal = mac.doFinal(body); }
                    void read(byte[] received) { seal = received; }
                    boolean verify(Mac mac, byte[] body) {
                        byte[] own = mac.doFinal(body);
                        return Arrays.equals(own, seal); // BUG: TimingUnsafeComparison
                    }
                }
                """, """
                package sample;
                import java.util.Arrays;
                import javax.crypto.Mac;
                class Cached {
                    private byte[] last;
                    void keep(Mac mac, byte[] body) { last = mac.doFinal(body); }
                    boolean changed(Mac mac, byte[] body) { return !Arrays.equals(mac.doFinal(body), last); }
                }
                """);
    }

    @Test
    void flagsTheResponseOfDigestAuthentication() {
        tester.check("""
                package sample;
                class Challenge {
                    private String realm, nonce, cnonce, response;
                    boolean proves(String ha1, Hex hex) {
                        byte[] digest = hex.md5(ha1 + ":" + nonce + ":" + cnonce);
                        return hex.of(digest).equals(response); // BUG: TimingUnsafeComparison
                    }
                    boolean answered(String state) { return state.equals(response); }
                }
                """, """
                package sample;
                class Client {
                    private String digest;
                    boolean same(String response) { return digest.equals(response); }
                }
                """);
    }

    @Test
    void readsWhereATokenComesFromInItsName() {
        tester.check("""
                package sample;
                class CsrfGate {
                    void check(Sessions sessions, Object request) {
                        String tokenFromSession = sessions.find(request);
                        String tokenFromRequest = sessions.sent(request);
                        if (!tokenFromSession.equals(tokenFromRequest)) { // BUG: TimingUnsafeComparison
                            throw new IllegalStateException();
                        }
                    }
                }
                """);
    }

    @Test
    void flagsWhatAPasswordCheckMakesOfThePassword() {
        tester.check("""
                package sample;
                class Zoo {
                    static boolean checkPass(byte[] password, byte[] row) {
                        byte[] mixed = convert(password, java.util.Arrays.copyOf(row, 8));
                        return java.util.Arrays.equals(mixed, row); // BUG: TimingUnsafeComparison
                    }
                    static byte[] convert(byte[] password, byte[] salt) { return vendor.Mixer.mix(password, salt); }
                }
                """);
    }

    @Test
    void flagsLoopsThatAskForWhatTheyFound() {
        tester.check("""
                package sample;
                class Register {
                    private java.util.Map<String, char[]> passwords;
                    boolean admits(String name, char[] password) {
                        return same(passwords.get(name), password); // BUG: TimingUnsafeComparison
                    }
                    private boolean same(char[] kept, char[] typed) {
                        boolean equal = kept.length == typed.length;
                        int i = 0;
                        while (equal && i < kept.length) {
                            equal = kept[i] == typed[i];
                            i++;
                        }
                        return equal;
                    }
                }
                """);
    }

    @Test
    void knowsAMacOfTheProjectsOwn() {
        tester.check("""
                package sample;
                class Packets {
                    interface Mac { void update(byte[] part); byte[] doFinal(); }
                    boolean verify(Mac mac, byte[] body, byte[] received) {
                        mac.update(body);
                        byte[] own = mac.doFinal();
                        for (int i = 0; i < own.length; i++) {
                            if (own[i] != received[i]) { // BUG: TimingUnsafeComparison
                                return false;
                            }
                        }
                        return true;
                    }
                }
                """);
    }

    @Test
    void knowsWhatAnAuthorizationHeaderHasToBe() {
        tester.check("""
                package sample;
                import java.util.Base64;
                import java.util.Objects;
                class Gate {
                    interface Call { String attachment(String name); }
                    interface Address { String parameter(String name); }
                    boolean basic(Call call, Address address) {
                        String user = address.parameter("user");
                        String password = address.parameter("password");
                        String expected = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
                        return Objects.equals(expected, call.attachment("credentials")); // BUG: TimingUnsafeComparison
                    }
                    boolean scheme(Call call) {
                        String scheme = "Basic ";
                        return scheme.equals(call.attachment("credentials"));
                    }
                    boolean same(Address address, String password) {
                        String before = "Bearer " + password;
                        return before.equals("Bearer none");
                    }
                }
                """);
    }

    @Test
    void aSecretFromATableIsTheExpectedOne() {
        tester.check("""
                package sample;
                import java.sql.*;
                class Logins {
                    boolean sameName(ResultSet row, String p) throws SQLException {
                        return row.getString("name").equals(p);
                    }
                    boolean login(ResultSet row, String p) throws SQLException {
                        String stored = row.getString("password");
                        return stored.equals(p); // BUG: TimingUnsafeComparison
                    }
                }
                """);
    }

    @Test
    void saltAndHashMayBeKeptAsOneText() {
        tester.check("""
                package sample;
                import java.util.Arrays;
                class Versions {
                    boolean later(String text, String other) {
                        String[] parts = text.split(":");
                        return Arrays.equals(read(other, bytes(parts[1])), bytes(parts[2]));
                    }
                    byte[] read(String text, byte[] more) { return more; }
                    byte[] bytes(String text) { return text.getBytes(); }
                }
                """, """
                package sample;
                import java.util.Arrays;
                class Accounts {
                    boolean open(String password, String line) {
                        String[] parts = line.split(":");
                        byte[] hash = hash(password, bytes(parts[1]));
                        return Arrays.equals(hash, bytes(parts[2])); // BUG: TimingUnsafeComparison
                    }
                    boolean safe(String password, String line) {
                        String[] parts = line.split(":");
                        return java.security.MessageDigest.isEqual(hash(password, bytes(parts[1])), bytes(parts[2]));
                    }
                    byte[] hash(String text, byte[] salt) { return salt; }
                    byte[] bytes(String text) { return text.getBytes(); }
                }
                """);
    }

    @Test
    void whatFilesBeginWithAndWhoSignedAProgramAreSeenByEverybody() {
        tester.check("""
                package sample;
                import java.io.*;
                import java.util.Arrays;
                class Archive {
                    private static final byte[] HEADER_SIG = {80, 75, 3, 4};
                    private final byte[] word = new byte[4];
                    boolean begins(DataInputStream in) throws IOException {
                        in.readFully(word);
                        return Arrays.equals(word, HEADER_SIG);
                    }
                }
                """, """
                package sample;
                import java.util.*;
                class Browser {
                    final Set<String> signatureHashes;
                    Browser(android.content.pm.Signature[] signatures) {
                        signatureHashes = new HashSet<>();
                        for (android.content.pm.Signature signature : signatures) {
                            signatureHashes.add(generateSignatureHash(signature));
                        }
                    }
                    static String generateSignatureHash(android.content.pm.Signature signature) {
                        return Arrays.toString(signature.toByteArray());
                    }
                    boolean matches(Browser other) {
                        return signatureHashes.equals(other.signatureHashes);
                    }
                }
                """);
    }
}
