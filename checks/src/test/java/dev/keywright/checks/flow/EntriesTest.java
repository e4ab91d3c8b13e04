package dev.keywright.checks.flow;

import dev.keywright.checks.rules.leak.SecretLogged;
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
}
