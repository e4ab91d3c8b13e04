package dev.keywright.checks.flow;

import dev.keywright.checks.rules.comparison.TimingUnsafeComparison;
import dev.keywright.checks.rules.leak.SecretLogged;
import dev.keywright.checks.rules.material.DefaultSecretFallback;
import dev.keywright.checks.rules.material.HardcodedSecret;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

/** An entry of a map is another one than the secret among them, through however many helpers it is asked for. */
class EntriesTest {

    @Test
    void anEntryThatHelpersAskForIsThatEntry() {
        RuleTester.of(SecretLogged.class).check("""
                package sample;
                import java.util.*;
                import org.slf4j.*;
                class Servers {
                    private static final Logger log = LoggerFactory.getLogger(Servers.class);
                    static abstract class Config {
                        abstract String getProperty(String name);
                        abstract void setProperty(String name, String value);
                    }
                    static class MemoryConfig extends Config {
                        private final Properties properties = new Properties();
                        MemoryConfig(Properties given) {
                            for (Map.Entry<Object, Object> entry : given.entrySet()) {
                                properties.put(entry.getKey(), entry.getValue());
                            }
                        }
                        @Override String getProperty(String name) { return properties.getProperty(name); }
                        @Override void setProperty(String name, String value) { properties.setProperty(name, value); }
                    }
                    private final Properties collected = new Properties();
                    void keyStorePassword(String keyStorePassword) {
                        collected.put("ssl.key_store_password", keyStorePassword);
                    }
                    void start() {
                        start(new MemoryConfig(collected));
                    }
                    void start(Config config) {
                        config.setProperty("intercept.handler", "none");
                        handlers(config);
                    }
                    void handlers(Config config) {
                        load(config.getProperty("intercept.handler"));
                        load(config.getProperty("server.host"));
                    }
                    void load(String className) {
                        log.info("making a {}", className);
                    }
                    void show() {
                        tell(new MemoryConfig(collected)); // BUG: SecretLogged
                    }
                    void tell(Config config) {
                        log.info("with {}", config.getProperty("ssl.key_store_password"));
                    }
                }
                """);
    }

    @Test
    void aHeaderThatAHelperLooksForIsThatHeader() {
        RuleTester.of(SecretLogged.class).check("""
                package sample;
                import java.util.*;
                import org.slf4j.*;
                class Calls {
                    private static final Logger log = LoggerFactory.getLogger(Calls.class);
                    static class Request {
                        private final Map<String, String> headers;
                        Request(Map<String, String> headers) { this.headers = headers; }
                        String header(String name) {
                            return name == null || headers == null ? null : headers.get(name);
                        }
                    }
                    void send(String clientSecret) {
                        Map<String, String> headers = new HashMap<>();
                        headers.put("X-Identity", clientSecret);
                        run(new Request(headers));
                        show(new Request(headers));
                    }
                    void run(Request request) {
                        later(request);
                    }
                    void later(Request request) {
                        log.warn("failed: {}", request.header("correlation-id"));
                    }
                    void show(Request request) {
                        log.warn("failed: {}", request.header("X-Identity")); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void whatIsOnlyKnownToBeClosedShowsNoContent() {
        RuleTester.of(SecretLogged.class).check("""
                package sample;
                import java.io.*;
                import org.slf4j.*;
                class Closing {
                    private static final Logger log = LoggerFactory.getLogger(Closing.class);
                    static void quietly(Closeable... all) {
                        for (Closeable one : all) {
                            try {
                                one.close();
                            } catch (IOException e) {
                                log.warn("cannot close {}", one, e);
                            }
                        }
                    }
                    void a(byte[] accessToken) {
                        ByteArrayInputStream in = new ByteArrayInputStream(accessToken);
                        quietly(in);
                    }
                    void b(byte[] accessToken) throws IOException {
                        ByteArrayOutputStream out = new ByteArrayOutputStream();
                        out.write(accessToken);
                        log.info("wrote {}", out); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void bytesThatAreCopiedIntoAnElementAreNoLongerZeros() {
        RuleTester.of(HardcodedSecret.class).check("""
                package sample;
                import javax.crypto.spec.SecretKeySpec;
                class Derived {
                    static byte[][] split(byte[] input, int first, int second) {
                        byte[][] parts = new byte[2][];
                        parts[0] = new byte[first];
                        System.arraycopy(input, 0, parts[0], 0, first);
                        parts[1] = new byte[second];
                        System.arraycopy(input, first, parts[1], 0, second);
                        return parts;
                    }
                    Object keys(byte[] material) {
                        byte[][] keys = split(material, 32, 32);
                        return new SecretKeySpec(keys[0], "AES");
                    }
                    Object zeros() {
                        return new SecretKeySpec(new byte[32], "AES"); // BUG: HardcodedSecret
                    }
                    void stores(java.security.KeyStore store, String path) throws Exception {
                        char[] dummy = "unused-passphrase".toCharArray();
                        javax.net.ssl.KeyManagerFactory.getInstance("PKIX").init(store, dummy);
                        char[] real = "aeQu1phai8".toCharArray();
                        javax.net.ssl.KeyManagerFactory.getInstance("PKIX").init(store, real); // BUG: HardcodedSecret
                    }
                }
                """);
    }

    @Test
    void aHashWithASaltForItsKeyIsNoMac() {
        RuleTester.of(TimingUnsafeComparison.class).check("""
                package sample;
                import javax.crypto.Mac;
                import javax.crypto.spec.SecretKeySpec;
                class Hosts {
                    static byte[] hmacSha1Hash(byte[] salt, String host) throws Exception {
                        Mac mac = Mac.getInstance("HmacSHA1");
                        mac.init(new SecretKeySpec(salt, "HmacSHA1"));
                        mac.update(host.getBytes());
                        return mac.doFinal();
                    }
                    static boolean matches(byte[] salt, byte[] hash, String host) throws Exception {
                        byte[] dig = hmacSha1Hash(salt, host);
                        for (int i = 0; i < dig.length; i++) {
                            if (dig[i] != hash[i]) {
                                return false;
                            }
                        }
                        return true;
                    }
                    static boolean verify(byte[] key, byte[] body, byte[] sent) throws Exception {
                        Mac mac = Mac.getInstance("HmacSHA1");
                        mac.init(new SecretKeySpec(key, "HmacSHA1"));
                        return java.util.Arrays.equals(mac.doFinal(body), sent); // BUG: TimingUnsafeComparison
                    }
                    static boolean chosen(String accountName, String newPassword) {
                        return accountName.equalsIgnoreCase(newPassword);
                    }
                    static boolean login(String storedPassword, String password) {
                        return storedPassword.equalsIgnoreCase(password); // BUG: TimingUnsafeComparison
                    }
                }
                """);
    }

    @Test
    void aFolderIsNoBuiltInPassword() {
        RuleTester.of(DefaultSecretFallback.class).check("""
                package sample;
                import java.util.Properties;
                class Users {
                    String home(Properties settings) {
                        return settings.getProperty("user.password", "/");
                    }
                    String password(Properties settings) {
                        return settings.getProperty("user.password", "letmein"); // BUG: DefaultSecretFallback
                    }
                }
                """);
    }
}
