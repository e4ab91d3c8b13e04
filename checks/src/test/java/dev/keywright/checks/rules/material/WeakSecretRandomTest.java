package dev.keywright.checks.rules.material;

import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class WeakSecretRandomTest {

    private final RuleTester tester = RuleTester.of(WeakSecretRandom.class);

    @Test
    void silentOnTheTimeBesideAKeyThatIsHashedWithIt() {
        tester.check("""
                package sample;
                class Routes {
                    private final String key = System.getenv("ROUTE_KEY");
                    private static String md5(byte[] secretBytes) { return new String(secretBytes); }
                    private String signToken(String key, String path, long expires) {
                        String text = key + path + Long.toHexString(expires);
                        return md5(text.getBytes());
                    }
                    String route(String path) {
                        long expires = System.currentTimeMillis() + 1000;
                        return path + "?e=" + expires + "&t=" + signToken(key, path, expires);
                    }
                    String other(String path) {
                        String token = path + System.currentTimeMillis(); // BUG: WeakSecretRandom
                        return token;
                    }
                }
                """);
    }

    @Test
    void silentOnWhatFiltersTokensOutOfATextWithTheTimeInIt() {
        tester.check("""
                package sample;
                class Lines {
                    static String filterAccessTokens(String text) {
                        return text == null ? null : text.replaceAll("token=[^&]+", "token=****");
                    }
                    static String line(String url) {
                        return filterAccessTokens("asked " + url + " at " + System.currentTimeMillis());
                    }
                    static String newAccessToken(String user) {
                        return user + System.currentTimeMillis(); // BUG: WeakSecretRandom
                    }
                }
                """);
    }

    @Test
    void silentOnTheEndOfATokenThatIsSignedWithAHelper() {
        tester.check("""
                package sample;
                import javax.crypto.Mac;
                import javax.crypto.spec.SecretKeySpec;
                import java.util.Base64;
                final class Seal {
                    private final String sig;
                    Seal(String resource, long expiry, byte[] key) throws Exception {
                        Mac mac = Mac.getInstance("HmacSHA256");
                        mac.init(new SecretKeySpec(key, "HmacSHA256"));
                        this.sig = Base64.getEncoder().encodeToString(mac.doFinal((resource + expiry).getBytes()));
                    }
                    @Override public String toString() { return sig; }
                }
                interface Chip { byte[] sign(byte[] text); }
                class Grant {
                    private static final String FORMAT = "Grant sig=%s&se=%s&sr=%s";
                    private String accessToken;
                    private long expiry;
                    private String signature;
                    private String scope;
                    Grant(String scope, byte[] key, String given, long expiry) throws Exception {
                        if (key != null) {
                            this.scope = scope;
                            this.expiry = expiry;
                            Seal sig = new Seal(scope, expiry, key);
                            this.signature = sig.toString();
                        } else {
                            this.accessToken = given;
                        }
                    }
                    private String build() { return String.format(FORMAT, this.signature, this.expiry, this.scope); }
                    @Override public String toString() { return accessToken != null ? accessToken : build(); }
                }
                class Device {
                    private Grant sasToken;
                    private Chip chip;
                    private long end() { return System.currentTimeMillis() / 1000 + 3600; }
                    char[] getSasToken(byte[] key) throws Exception {
                        this.sasToken = new Grant("hub", key, null, end());
                        return this.sasToken.toString().toCharArray();
                    }
                    private String sign() {
                        long expiry = end();
                        byte[] signature = chip.sign(("hub" + expiry).getBytes());
                        return String.format("Grant sr=%s&sig=%s&se=%s", "hub", new String(signature), expiry);
                    }
                    String hardwareToken() { return sign(); }
                    String guessed(String user) {
                        String accessToken = String.format("Grant sr=%s&se=%s", user, end()); // BUG: WeakSecretRandom
                        return accessToken;
                    }
                }
                """);
    }

    @Test
    void silentOnTheTimeInAnAddressThatAKeyIsHashedInto() {
        tester.check("""
                package sample;
                class Live {
                    private int seconds;
                    String address(String stream, String key) {
                        long end = System.currentTimeMillis() + seconds * 1000;
                        String token = sign(key, stream, end);
                        return String.format("https://%s?e=%d&token=%s", stream, end, token);
                    }
                    private String sign(String key, String path, long end) {
                        String text = key + Encoding.encode(path) + Long.toHexString(end);
                        return Digests.md5(text.getBytes());
                    }
                    private String stamp(String path, long end) {
                        String text = Encoding.encode(path) + Long.toHexString(end);
                        return Digests.md5(text.getBytes());
                    }
                    String weak(String stream) {
                        String token = stamp(stream, System.currentTimeMillis()); // BUG: WeakSecretRandom
                        return token;
                    }
                }
                class Encoding {
                    static String encode(String text) { return text.replace('+', '-'); }
                }
                class Digests {
                    static String md5(byte[] secretBytes) {
                        try {
                            java.security.MessageDigest digest = java.security.MessageDigest.getInstance("MD5");
                            return java.util.HexFormat.of().formatHex(digest.digest(secretBytes));
                        } catch (java.security.NoSuchAlgorithmException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }
                """);
    }

    @Test
    void silentOnNumbersThatTellOneOperationFromAnother() {
        tester.check("""
                package sample;
                import java.util.concurrent.ThreadLocalRandom;
                class Admin {
                    long newNonce() { return ThreadLocalRandom.current().nextLong(); }
                    void create() {
                        Long nonce = newNonce();
                        System.out.println(nonce);
                    }
                    String text() {
                        String nonce = Long.toHexString(ThreadLocalRandom.current().nextLong()); // BUG: WeakSecretRandom
                        return nonce;
                    }
                }
                """);
    }

    @Test
    void silentOnGamesAndSecureRandom() {
        tester.check("""
                package sample;
                import java.security.SecureRandom;
                import java.util.*;
                class Good {
                    private final Random random = new Random();
                    private final Random strong = new SecureRandom();
                    String generateToken() {
                        StringBuilder sb = new StringBuilder();
                        for (int i = 0; i < 20; i++) sb.append("abcdef".charAt(strong.nextInt(6)));
                        return sb.toString();
                    }
                    void more() {
                        String sessionToken = UUID.randomUUID().toString();
                        int delay = random.nextInt(100);
                        String name = "n" + random.nextInt();
                    }
                }
                """);
    }

    @Test
    void flagsPredictableSecrets() {
        tester.check("""
                package sample;
                import java.util.*;
                class Bad {
                    private final Random random = new Random();
                    String generateToken() {
                        StringBuilder sb = new StringBuilder();
                        for (int i = 0; i < 20; i++) sb.append("abcdef".charAt(random.nextInt(6)));
                        return sb.toString(); // BUG: WeakSecretRandom
                    }
                    void more() {
                        String resetToken = "r" + System.currentTimeMillis(); // BUG: WeakSecretRandom
                        int otp = random.nextInt(1000000); // BUG: WeakSecretRandom
                        String password = helper(); // BUG: WeakSecretRandom
                    }
                    String helper() { return Long.toHexString(random.nextLong()); }
                }
                """);
    }

    @Test
    void silentOnNoiseThatOverwrites() {
        tester.check("""
                package sample;
                import java.nio.ByteBuffer;
                import java.util.concurrent.ThreadLocalRandom;
                class Held implements AutoCloseable {
                    private final ByteBuffer raw;
                    private byte[] secret;
                    Held(ByteBuffer raw) { this.raw = raw; }
                    byte[] secret() {
                        if (secret == null) {
                            secret = raw.array();
                        }
                        return secret;
                    }
                    public void close() {
                        ThreadLocalRandom.current().nextBytes(raw.array());
                        if (secret != null) {
                            ThreadLocalRandom.current().nextBytes(secret);
                        }
                    }
                }
                """);
    }

    @Test
    void aSeedIsAnAdditionOrAllThereIs() {
        tester.check("""
                package sample;
                import java.security.SecureRandom;
                class Seeds {
                    // What the system draws takes a seed as an addition.
                    SecureRandom added() {
                        SecureRandom random = new SecureRandom();
                        random.setSeed(System.nanoTime());
                        return random;
                    }
                    SecureRandom drawnBefore(byte[] seed) throws Exception {
                        SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
                        random.nextBytes(new byte[1]);
                        random.setSeed(seed);
                        return random;
                    }
                    SecureRandom native_(byte[] seed) throws Exception {
                        SecureRandom random = SecureRandom.getInstance("NativePRNG");
                        random.setSeed(seed);
                        return random;
                    }
                    SecureRandom seededWell() throws Exception {
                        SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
                        random.setSeed(SecureRandom.getSeed(20));
                        return random;
                    }
                    SecureRandom byHand(String algorithm, byte[] seed) throws Exception {
                        SecureRandom random = SecureRandom.getInstance(algorithm);
                        if (seed != null) {
                            random.setSeed(seed); // BUG: WeakSecretRandom
                        }
                        return random;
                    }
                    byte[] constant() throws Exception {
                        SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
                        random.setSeed(42L); // BUG: WeakSecretRandom
                        byte[] nonce = new byte[12];
                        random.nextBytes(nonce);
                        return nonce;
                    }
                }
                """);
    }

    @Test
    void knownLimits() {
        tester.check("""
                package sample;
                import java.util.Random;
                class Handed {
                    // It may be a SecureRandom.
                    String token(Random random) {
                        String accessToken = Long.toHexString(random.nextLong());
                        return accessToken;
                    }
                }
                """);
    }

    @Test
    void aTokenIsToldOfWhereItIsMadeAndNotWhereItIsHandedOn() {
        tester.check("""
                package sample;
                import java.util.*;
                class Tokens {
                    private String sessionToken;
                    private String nonce;
                    static String random(int length) {
                        StringBuilder text = new StringBuilder();
                        for (int i = 0; i < length; i++) {
                            text.append((char) ('a' + new Random().nextInt(26)));
                        }
                        return text.toString();
                    }
                    String createToken() {
                        return random(64); // BUG: WeakSecretRandom
                    }
                    String getToken() {
                        String currentToken = createToken();
                        return currentToken;
                    }
                    void renew() {
                        sessionToken = random(32); // BUG: WeakSecretRandom
                    }
                    String getSessionToken() {
                        return sessionToken;
                    }
                    void fill(Tokens other) {
                        this.nonce = other.nonce != null ? other.nonce : random(32); // BUG: WeakSecretRandom
                    }
                    void copy(Tokens other) {
                        this.nonce = other.nonce != null ? other.nonce : this.nonce;
                    }
                }
                """);
    }

    @Test
    void silentOnGeneratorsOfOtherThings() {
        tester.check("""
                package sample;
                class NoiseGenerator {
                    double next() { return Math.random(); }
                    String generate() { return "n" + Math.random(); }
                }
                class TicketNumberGenerator {
                    String next() { return "T" + System.currentTimeMillis(); }
                }
                class OneTimeTokenGenerator {
                    private final java.security.SecureRandom random = new java.security.SecureRandom();
                    String generate() { return Long.toHexString(random.nextLong()); }
                    int length() { return 6; }
                }
                """);
    }

    @Test
    void flagsGeneratorsThatOnlyTheirClassNames() {
        tester.check("""
                package sample;
                class SmsOtpGenerator {
                    private static final String DIGITS = "0123456789";
                    String generate() {
                        StringBuilder built = new StringBuilder();
                        for (int i = 0; i < 6; i++) {
                            built.append(DIGITS.charAt((int) (Math.random() * DIGITS.length())));
                        }
                        return built.toString(); // BUG: WeakSecretRandom
                    }
                }
                class AccessTokenGenerator {
                    String next() { return Long.toString(new java.util.Random().nextLong(), 36); } // BUG: WeakSecretRandom
                }
                """);
    }

    @Test
    void followsWhatABuilderOfAGeneratorBuilds() {
        tester.check("""
                package sample;
                import org.apache.commons.text.RandomStringGenerator;
                class Invitations {
                    String newToken() {
                        var maker = new RandomStringGenerator.Builder().withinRange('0', 'z').build();
                        return maker.generate(24); // BUG: WeakSecretRandom
                    }
                    String goodToken(java.security.SecureRandom random) {
                        var maker = new RandomStringGenerator.Builder().usingRandom(random::nextInt).withinRange('0', 'z').build();
                        String token = maker.generate(24);
                        return token;
                    }
                }
                """);
    }

    @Test
    void followsNumbersThroughTheirBitsAndStreams() {
        tester.check("""
                package sample;
                import java.security.SecureRandom;
                import java.util.*;
                import java.util.stream.*;
                class Tokens {
                    String token() { return Long.toHexString(Double.doubleToLongBits(Math.random())); } // BUG: WeakSecretRandom
                    String resetToken() {
                        return new Random().ints(9, 0, 62).mapToObj(i -> "" + i).collect(Collectors.joining()); // BUG: WeakSecretRandom
                    }
                    String accessToken() {
                        return new SecureRandom().ints(9, 0, 62).mapToObj(i -> "" + i).collect(Collectors.joining());
                    }
                }
                """);
    }

    @Test
    void aWrittenSeedIsFoundWhateverItDraws() {
        tester.check("""
                package sample;
                import java.security.SecureRandom;
                class Drawn {
                    byte[] fresh() {
                        byte[] out = new byte[16];
                        new SecureRandom().nextBytes(out);
                        return out;
                    }
                    byte[] of(byte[] entropy) {
                        byte[] out = new byte[16];
                        new SecureRandom(entropy).nextBytes(out);
                        return out;
                    }
                    byte[] written() {
                        byte[] out = new byte[16];
                        new SecureRandom(new byte[] {1, 2, 3, 4}).nextBytes(out); // BUG: WeakSecretRandom
                        return out;
                    }
                }
                """);
    }
}
