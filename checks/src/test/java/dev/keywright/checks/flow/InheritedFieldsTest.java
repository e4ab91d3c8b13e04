package dev.keywright.checks.flow;

import dev.keywright.checks.rules.leak.SecretInErrorMessage;
import dev.keywright.checks.rules.leak.SecretLogged;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

/** A field that several classes inherit is as many fields; a method that they inherit does what each makes of it. */
class InheritedFieldsTest {

    @Test
    void whatOneHeirPutsIntoAFieldIsNotInTheOthers() {
        RuleTester.of(SecretLogged.class).check("""
                package sample;
                import java.util.*;
                import org.slf4j.*;
                class Http {
                    private static final Logger log = LoggerFactory.getLogger(Http.class);
                    static class Message {
                        protected Map<String, String> headers = new HashMap<>();
                        protected String state;
                        Map<String, String> getHeaders() { return headers; }
                        String state() { return state; }
                        void putHeader(String name, String value) { headers.put(name, value); }
                    }
                    static class Request extends Message {
                        void sign(String sessionToken) {
                            Map<String, String> signed = new HashMap<>(this.headers);
                            signed.put("x-security", sessionToken);
                            this.headers = signed;
                        }
                        void login(Credentials credentials) {
                            this.state = credentials.getSessionToken();
                        }
                    }
                    interface Credentials { String getSessionToken(); }
                    static class PostRequest extends Request {}
                    static class Response extends Message {
                        void read(String line) { state = line.trim(); }
                        void fail() { log.warn("failed in {}", state); }
                    }
                    void told(Response response) {
                        log.info("got {}", response.getHeaders());
                        log.info("got {}", response.state());
                        log.info("got {}", response.state);
                    }
                    void telling(Request request, PostRequest post, Message any) {
                        log.info("sent {}", request.getHeaders()); // BUG: SecretLogged
                        log.info("sent {}", request.state()); // BUG: SecretLogged
                        log.info("sent {}", post.state()); // BUG: SecretLogged
                        log.info("sent {}", post.state); // BUG: SecretLogged
                        log.info("some {}", any.state()); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void whatACallerHandsToOneHeirIsNotInTheOthers() {
        RuleTester.of(SecretInErrorMessage.class).check("""
                package sample;
                class Keys {
                    static class Holder {
                        private String text;
                        void setText(String text) { this.text = text; }
                        String getText() { return text; }
                    }
                    interface Vault { String getApiKey(); }
                    static class Secret extends Holder {}
                    static class Public extends Holder {
                        void refuse() { throw new IllegalStateException("no such name: " + getText()); }
                    }
                    void fill(Secret secret, Vault vault) {
                        secret.setText(vault.getApiKey());
                    }
                    void refuse(Public name) {
                        throw new IllegalArgumentException("no such name: " + name.getText());
                    }
                    void refuse(Secret key) {
                        throw new IllegalArgumentException("no such key: " + key.getText()); // BUG: SecretInErrorMessage
                    }
                }
                """);
    }

    @Test
    void aMethodThatIsInheritedCallsWhatTheHeirHas() {
        RuleTester.of(SecretLogged.class).check("""
                package sample;
                import org.slf4j.*;
                class Steps {
                    private static final Logger log = LoggerFactory.getLogger(Steps.class);
                    static abstract class Step {
                        void run(String what) { prepare(what); }
                        abstract void prepare(String what);
                    }
                    static class Quiet extends Step {
                        @Override void prepare(String what) {}
                        void twice(String what) { prepare(what); prepare(what); }
                    }
                    static class Loud extends Step {
                        @Override void prepare(String what) { log.info("with {}", what); }
                    }
                    static class Louder extends Loud {}
                    void a(Quiet quiet, String password) {
                        quiet.run(password);
                        quiet.twice(password);
                    }
                    void b(Loud loud, String password) {
                        loud.run(password); // BUG: SecretLogged
                    }
                    void c(Louder louder, String apiKey) {
                        louder.prepare(apiKey); // BUG: SecretLogged
                    }
                    void d(Step step, String accessToken) {
                        step.run(accessToken); // BUG: SecretLogged
                    }
                }
                """);
    }
}
