package dev.keywright.checks.rules.material;

import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class HardcodedSecretTest {

    private final RuleTester tester = RuleTester.of(HardcodedSecret.class);

    @Test
    void silentOnMediaTypes() {
        tester.check("""
                package sample;
                class Headers {
                    static final String HDR_TOKEN_JWT = "at+jwt";
                    static final String API_TOKEN = "at+jwt9x7"; // BUG: HardcodedSecret
                }
                """);
    }

    @Test
    void silentOnWhatIsWrittenWithATestFrameworkWhereverItLies() {
        tester.check("""
                package sample;
                import org.junit.Test;
                class SampleOfTests {
                    private static final String PASSWORD = "s3cr3t-Xy7";
                    @Test public void connects() { Connections.open(PASSWORD); }
                }
                """, """
                package sample;
                class Connections {
                    private static final String PASSWORD = "s3cr3t-Xy7"; // BUG: HardcodedSecret
                    static void open(String password) { }
                }
                """);
    }

    @Test
    void silentOnWhatIsDecodedByAWrittenTable() {
        tester.check("""
                package sample;
                import javax.crypto.spec.SecretKeySpec;
                class Totp {
                    private static final int[] TABLE = {0, 26, 27, 28, 29, 30, 31, 255, 1, 2, 3, 4};
                    private static final int[] WRITTEN = {77, 26, 27, 28, 29, 30, 31, 255, 1, 2, 3, 4};
                    static byte[] decode(String text) {
                        byte[] bytes = new byte[text.length() * 5 / 8];
                        int offset = 0;
                        for (int i = 0; i < text.length(); i++) {
                            int digit = TABLE[text.charAt(i) - '0'];
                            bytes[offset] |= (byte) digit;
                            offset++;
                        }
                        return bytes;
                    }
                    SecretKeySpec key(String sharedText) {
                        return new SecretKeySpec(decode(sharedText), "HmacSHA1");
                    }
                    SecretKeySpec written() {
                        byte[] bytes = new byte[12];
                        for (int i = 0; i < 12; i++) {
                            bytes[i] = (byte) WRITTEN[i];
                        }
                        return new SecretKeySpec(bytes, "HmacSHA1"); // BUG: HardcodedSecret
                    }
                }
                """);
    }

    @Test
    void silentOnNamesOfPropertiesAndClassesWithADigit() {
        tester.check("""
                package sample;
                class Settings {
                    static final String S3_ENCRYPTION_KEY = "fs.s3a.encryption.key";
                    static final String S3A_ACCESS_KEY = "s3a.accessKeyId";
                    static final String ANONYMOUS_CREDENTIALS = "org.example.s3a.AnonymousCredentials";
                    static final String API_SECRET = "pk3.qq9.zz71w"; // BUG: HardcodedSecret
                    static final String APP_ACCESS_KEY = "a7Gd.9fK2"; // BUG: HardcodedSecret
                }
                """);
    }

    @Test
    void silentOnEntriesOfAKeyStoreThatLivesInMemoryAlone() {
        tester.check("""
                package sample;
                import java.io.*;
                import java.security.*;
                import java.security.cert.Certificate;
                import javax.net.ssl.KeyManagerFactory;
                class Stores {
                    static KeyStore create(PrivateKey key, Certificate[] chain) throws Exception {
                        KeyStore store = KeyStore.getInstance("JKS");
                        store.load(null);
                        store.setKeyEntry("box", key, "box".toCharArray(), chain);
                        return store;
                    }
                    void use(PrivateKey key, Certificate[] chain, KeyManagerFactory managers) throws Exception {
                        managers.init(create(key, chain), "box".toCharArray());
                        KeyStore mine = KeyStore.getInstance("JKS");
                        mine.load(null, null);
                        mine.setKeyEntry("a", key, "box".toCharArray(), chain);
                        managers.init(mine, "box".toCharArray());
                    }
                    void read(InputStream in, KeyManagerFactory managers) throws Exception {
                        KeyStore store = KeyStore.getInstance("JKS");
                        store.load(in, "letmein7".toCharArray()); // BUG: HardcodedSecret
                        managers.init(store, "letmein7".toCharArray()); // BUG: HardcodedSecret
                    }
                    void trust(String home) throws Exception {
                        KeyStore anchors = KeyStore.getInstance("JKS");
                        InputStream in = new FileInputStream(home + "/lib/security/cacerts");
                        anchors.load(in, "changeit".toCharArray());
                    }
                    void write(PrivateKey key, Certificate[] chain, OutputStream out, char[] password) throws Exception {
                        KeyStore store = KeyStore.getInstance("JKS");
                        store.load(null);
                        store.setKeyEntry("a", key, "letmein7".toCharArray(), chain); // BUG: HardcodedSecret
                        store.store(out, password);
                    }
                }
                """);
    }

    @Test
    void silentOnUniformNamesOfThings() {
        tester.check("""
                package sample;
                class Classes {
                    static final String AC_PASSWORD = "urn:oasis:names:tc:SAML:2.0:ac:classes:Password";
                    static final String TOKEN_SECRET = "URN:ietf:params:oauth:token-type:v2";
                    static final String OLD_PASSWORD = "turn:left2:win"; // BUG: HardcodedSecret
                }
                """);
    }

    @Test
    void silentOnNamesPlaceholdersAndConfiguration() {
        tester.check("""
                package sample;
                import javax.crypto.spec.SecretKeySpec;
                class Names {
                    private static final String PASSWORD = "app.db.password";
                    private static final String PASSWORD_FIELD = "password1x2";
                    static final String API_KEY_HEADER = "X-API-Key2";
                    String password = "";
                    String apiKey = "your-api-key-here1";
                    void a(String key) throws Exception {
                        new SecretKeySpec(key.getBytes(), "AES");
                        java.sql.DriverManager.getConnection("jdbc:x", "sa", "");
                    }
                }
                """);
    }

    @Test
    void silentOnConstantsThatSayTheirOwnNameAndOnSignaturesOfMethods() {
        tester.check("""
                package sample;
                class Names {
                    static final String TLS_PSK_WITH_AES_128_GCM_SHA256 = "TLS_PSK_WITH_AES_128_GCM_SHA256";
                    static final String TOKEN_TYPE_ACCESS_TOKEN = "at+jwt1";
                    static final String ACCESS_TOKEN = "at+jwt1"; // BUG: HardcodedSecret
                    static final String SCRAM_SECRET_256 = "scram-secret-256";
                    static final String SPAN_CREATE_HMAC_KEY = spanName("createHmacKey(String)");
                    static final String SPAN_LIST_HMAC_KEY = "listHmacKeys(String,Long)";
                    static String spanName(String method) { return Names.class.getName() + "." + method; }
                    String password = "Pa55word(9)"; // BUG: HardcodedSecret
                }
                """);
    }

    @Test
    void flagsLiterals() {
        tester.check("""
                package sample;
                import javax.crypto.spec.SecretKeySpec;
                class Literals {
                    private static final String API_KEY = "a81bd0c7e9f24"; // BUG: HardcodedSecret
                    String gh = "ghp_0123456789abcdefghijABCDEFGHIJ456789"; // BUG: HardcodedSecret
                    void keys() throws Exception {
                        new SecretKeySpec("0123456789abcdef".getBytes(), "AES"); // BUG: HardcodedSecret
                        new SecretKeySpec(new byte[] {1, 2, 3, 4}, "AES"); // BUG: HardcodedSecret
                        byte[] k = "literal-key-bytes".getBytes();
                        new SecretKeySpec(k, "HmacSHA256"); // BUG: HardcodedSecret
                        java.sql.DriverManager.getConnection("jdbc:x", "sa", "hunter22"); // BUG: HardcodedSecret
                    }
                }
                """);
    }

    @Test
    void silentOnNamesOfProperties() {
        tester.check("""
                package sample;
                class Names {
                    private static final String keyStorePassword = "app2.keyStorePassword";
                    static final String CONFIG_PASSWORD = "app2.configuration-password";
                }
                """);
    }

    @Test
    void silentOnTheKeyOfAnEntryAndOnWhatIsDrawnFromAnAlphabet() {
        tester.check("""
                package sample;
                import java.security.SecureRandom;
                class Entries {
                    private static final String BLOB_ACCESS_KEY = "app2_blob_access";
                    private static final String OTHER_ACCESS_KEY = "k8Jw2_blob_Qx7"; // BUG: HardcodedSecret
                    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
                    static javax.crypto.SecretKey make(SecureRandom random) {
                        StringBuilder text = new StringBuilder();
                        for (int i = 0; i < 32; i++) {
                            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                        }
                        return new javax.crypto.spec.SecretKeySpec(text.toString().getBytes(), "AES");
                    }
                }
                """);
    }

    @Test
    void silentOnAddressesAndCallsThatHoldNoSecret() {
        tester.check("""
                package sample;
                import java.util.*;
                class Addresses {
                    String[] all = {
                        "https://user:password@host/path",
                        "postgresql://{user}:{password}@{host}/db",
                        "amqp://svc:${RABBIT_PASSWORD}@rabbit:5672",
                        "jdbc:mysql://db/x?user=app&password=%s",
                        "jdbc:mysql://db/x?user=app&password=",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\\"%s\\" password=\\"%s\\";",
                        "http://proxy:8080/a@b7",
                        "mailto:a1b2c3@d4e5f6.example",
                        "DefaultEndpointsProtocol=https;AccountKey=<your key>;"
                    };
                    Map<String, String> labels = Map.of("password", "Enter your password", "user", "User 1234");
                    void login(String user, String password) {}
                    void run(String given) {
                        login("root", given);
                        login("root", System.getenv("PASSWORD"));
                        login("admin1234", "");
                    }
                }
                """);
    }

    @Test
    void flagsSecretsInsideOfAddresses() {
        tester.check("""
                package sample;
                class Addresses {
                    String rabbit = "amqp://svc:S3rv1cePass@rabbit:5672/vhost"; // BUG: HardcodedSecret
                    String mongo = "mongodb+srv://svc:S3rv1ce!Pass@mongo.example/x"; // BUG: HardcodedSecret
                    String sql = "jdbc:mysql://db/x?user=app&password=S3rv1cePass"; // BUG: HardcodedSecret
                    String blob = "AccountName=acme;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsu=="; // BUG: HardcodedSecret
                    String kafka = "org.apache.kafka.common.security.plain.PlainLoginModule required username=\\"svc\\" password=\\"S3rv1cePass\\";"; // BUG: HardcodedSecret
                }
                """);
    }

    @Test
    void flagsLiteralsByTheNameThatTheyAreGiven() {
        tester.check("""
                package sample;
                import java.util.*;
                class Named {
                    Map<String, String> form = Map.of("client_id", "web77", "client_secret", "b3f1c9d2e8a74f60"); // BUG: HardcodedSecret
                    static class Pool { void addDataSourceProperty(String name, Object value) {} }
                    static class Account { Account(String name, String password) {} }
                    void login(String user, String password) {}
                    void run(Pool pool) {
                        login("root", "S3rv1ce!Pass"); // BUG: HardcodedSecret
                        new Account("root", "S3rv1ce!Pass"); // BUG: HardcodedSecret
                        pool.addDataSourceProperty("password", "S3rv1ce!Pass"); // BUG: HardcodedSecret
                    }
                }
                """);
    }

    @Test
    void flagsWhatClientsAreHanded() {
        tester.check("""
                package sample;
                import org.springframework.http.HttpHeaders;
                class Clients {
                    void run(HttpHeaders headers, String user, String given, org.neo4j.driver.AuthTokens none) {
                        headers.setBasicAuth(user, given);
                        headers.setBasicAuth(user, "S3rv1ce!Pass"); // BUG: HardcodedSecret
                        headers.setBearerAuth("b3f1c9d2e8a74f60"); // BUG: HardcodedSecret
                        new org.apache.shiro.authc.UsernamePasswordToken(user, given);
                        new org.apache.shiro.authc.UsernamePasswordToken(user, "S3rv1ce!Pass"); // BUG: HardcodedSecret
                        org.neo4j.driver.AuthTokens.basic("neo4j", "S3rv1ce!Pass"); // BUG: HardcodedSecret
                    }
                }
                """);
    }

    @Test
    void knownLimits() {
        tester.check("""
                package sample;
                class Letters {
                    // Letters alone are a name, or a word that is shown, as often as a password.
                    private String password = "letmein";
                }
                """);
    }

    @Test
    void silentOnATrustStoresPasswordWhereverItIsHandedOver() {
        tester.check("""
                package sample;
                import java.io.*;
                import java.security.*;
                class Stores {
                    private static final String WORD = "keystorepassword1";
                    void both(KeyStore truststore, KeyStore keys, OutputStream out) throws Exception {
                        truststore.store(out, WORD.toCharArray());
                        save(truststore, out, WORD.toCharArray());
                        keys.store(out, WORD.toCharArray()); // BUG: HardcodedSecret
                    }
                    static void save(KeyStore trustStore, OutputStream out, char[] word) throws Exception {
                        trustStore.store(out, word);
                    }
                }
                """);
    }

    @Test
    void aLiteralIsToldOfWhereItStands() {
        tester.check("""
                package sample;
                class TelemetrySettings {
                    private String telemetryApiKey = "phc_7Hq2mZx81LdPwT4sVb"; // BUG: HardcodedSecret
                    String getTelemetryApiKey() {
                        return telemetryApiKey;
                    }
                }
                """, """
                package sample;
                class Telemetry {
                    private final String apiKey;
                    Telemetry(TelemetrySettings settings) {
                        this.apiKey = settings.getTelemetryApiKey();
                    }
                }
                """);
    }

    @Test
    void silentOnNamesThatEndAsTheirConstantsAndInTestSupport() {
        tester.check("""
                package sample;
                interface Names {
                    String CSRF_TOKEN = "app4jCsrfToken";
                    String ACCESS_TOKEN = "x-app2-access-token";
                    String ADMIN_PASSWORD = "adminPassword1"; // BUG: HardcodedSecret
                }
                """, """
                package sample.test.util;
                interface Fixtures {
                    String MAC_SECRET = "7Hq2mZx81LdPwT4sVb90KcR3";
                }
                """);
    }

    @Test
    void flagsBytesInAFieldThatIsNotFinal() {
        tester.check("""
                package sample;
                import javax.crypto.spec.SecretKeySpec;
                class Sealer {
                    private static byte[] key = {0x10, 0x32, 0x54, 0x76, 0x10, 0x32, 0x54, 0x76, 0x10, 0x32, 0x54, 0x76, 0x10, 0x32, 0x54, 0x76};
                    private static byte[] given = {1, 2};
                    SecretKeySpec spec() {
                        return new SecretKeySpec(key, "AES"); // BUG: HardcodedSecret
                    }
                    static void use(byte[] other) { given = other; }
                    SecretKeySpec configured() { return new SecretKeySpec(given, "AES"); }
                }
                """);
    }

    @Test
    void flagsAWordWrittenInDisguise() {
        tester.check("""
                package sample;
                class Crypts {
                    private static final String ENCRYPTION_KEY = "mYvErYoWn-CrYpT"; // BUG: HardcodedSecret
                    private static final String ENCRYPTION_KEY_NAME = "myCamelCaseName";
                    private static final String SIGNING_KEY = "camelCaseName";
                }
                """);
    }

    @Test
    void silentOnNamesOfPropertiesBetweenLines() {
        tester.check("""
                package sample;
                class Store {
                    static final String PROPERTY_PASSWORD = "__stored-password__";
                    static final String DEFAULT_API_KEY = "_api_key_";
                }
                """);
    }

    @Test
    void bytesOfAConstantThatOthersSeeAreAsWritten() {
        tester.check("""
                package sample;
                import java.security.SecureRandom;
                import javax.crypto.spec.SecretKeySpec;
                class Keys {
                    static final byte[] DRAWN = {1, 7, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
                    public static final byte[] FILLED = {1, 7, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
                    public static final byte[] WRITTEN = {1, 7, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
                    static {
                        new SecureRandom().nextBytes(DRAWN);
                    }
                    Object drawn() { return new SecretKeySpec(DRAWN, "AES"); }
                    Object written() { return new SecretKeySpec(WRITTEN, "AES"); } // BUG: HardcodedSecret
                }
                class Filler {
                    void fill(byte given) { Keys.FILLED[0] = given; }
                    Object filled() { return new SecretKeySpec(Keys.FILLED, "AES"); }
                    Object elsewhere() { return new SecretKeySpec(Keys.WRITTEN, "AES"); } // BUG: HardcodedSecret
                }
                """);
    }

    @Test
    void silentOnKeysThatAreWords() {
        tester.check("""
                package sample;
                class Switches {
                    String text(String key) { return key; }
                    void all() {
                        text("X509CertificateCouldNotBeReadSoNobodyIsLetIn");
                        text("http2SwallowFailuresWhileConnectionsAreClosing");
                        text("h7Qd2Lw9XzP4mTb8Rk1VnCy6sJf3GaE5uHo0iWqZ"); // BUG: HardcodedSecret
                    }
                }
                """);
    }
}
