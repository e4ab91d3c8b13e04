package dev.keywright.checks.rules.transport;

import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class CredentialWireLoggingTest {

    private static final String IMPORTS = """
            import feign.Logger;
            import okhttp3.logging.HttpLoggingInterceptor;
            import org.springframework.web.filter.CommonsRequestLoggingFilter;
            import reactor.netty.http.client.HttpClient;
            """;

    private final RuleTester tester = RuleTester.of(CredentialWireLogging.class);

    @Test
    void silentWhereAnotherIsHandedWhatACallerChose() {
        tester.check("""
                package sample;
                import io.netty.handler.logging.LogLevel;
                import reactor.netty.http.client.HttpClient;
                class Tapped {
                    private HttpClient client = HttpClient.create();
                    Tapped wiretap(String category, LogLevel level) {
                        client = client.wiretap(category, level);
                        return this;
                    }
                    void tap() {
                        client = client.wiretap("http", LogLevel.DEBUG); // BUG: CredentialWireLogging
                    }
                }
                """);
    }

    @Test
    void quietAndRedactingClientsAreSilent() {
        tester.checkMembers(IMPORTS, """
                void quiet(HttpLoggingInterceptor interceptor, CommonsRequestLoggingFilter filter) {
                    interceptor.setLevel(HttpLoggingInterceptor.Level.BASIC);
                    filter.setIncludeHeaders(false);
                }
                Object level() {
                    return Logger.Level.BASIC;
                }
                """);
        tester.checkMembers(IMPORTS, """
                void redacting(HttpLoggingInterceptor interceptor) {
                    interceptor.redactHeader("Authorization");
                    interceptor.setLevel(HttpLoggingInterceptor.Level.HEADERS);
                }
                """);
    }

    @Test
    void loudClientsAreFlagged() {
        tester.checkMembers(IMPORTS, """
                void loud(HttpLoggingInterceptor interceptor, CommonsRequestLoggingFilter filter) {
                    interceptor.setLevel(HttpLoggingInterceptor.Level.BODY); // BUG: CredentialWireLogging
                    interceptor.level(HttpLoggingInterceptor.Level.HEADERS); // BUG: CredentialWireLogging
                    filter.setIncludeHeaders(true); // BUG: CredentialWireLogging
                    HttpClient.create().wiretap(true); // BUG: CredentialWireLogging
                }
                Logger.Level level() {
                    return Logger.Level.FULL; // BUG: CredentialWireLogging
                }
                """);
    }

    @Test
    void propertiesAndDumpersAreFlagged() {
        tester.checkMembers(IMPORTS + "import io.undertow.server.handlers.RequestDumpingHandler;\n", """
                void loud() {
                    System.setProperty("jdk.httpclient.HttpClient.log", "headers"); // BUG: CredentialWireLogging
                    System.setProperty("jdk.httpclient.HttpClient.log", "errors");
                    System.setProperty("javax.net.debug", "all"); // BUG: CredentialWireLogging
                    System.setProperty("javax.net.debug", "ssl:handshake");
                }
                Object dump(Object next) {
                    return new RequestDumpingHandler(next); // BUG: CredentialWireLogging
                }
                """);
    }

    /** A level that is a parameter may be any. */
    @Test
    void knownLimits() {
        tester.checkMembers(IMPORTS, """
                void configured(HttpLoggingInterceptor interceptor, HttpLoggingInterceptor.Level level) {
                    interceptor.setLevel(level);
                }
                """);
    }
}
