package dev.keywright.checks.flow;

import dev.keywright.checks.rules.leak.SecretInErrorMessage;
import dev.keywright.checks.rules.leak.SecretLogged;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

/** Which of several methods of one name a call may reach. */
class DispatchTest {

    @Test
    void anOverloadOfTheSameLengthIsAnotherMethod() {
        RuleTester.of(SecretInErrorMessage.class).check("""
                package sample;
                import java.io.*;
                import java.security.PrivateKey;
                class Contexts {
                    private String keyPassword;
                    Contexts keyManager(File chain, File keyFile, String keyPassword) {
                        if (!keyFile.canRead()) {
                            throw new IllegalArgumentException("no private key in " + keyFile);
                        }
                        return this;
                    }
                    Contexts keyManager(PrivateKey key, String keyPassword, Object... chain) {
                        this.keyPassword = keyPassword;
                        return this;
                    }
                    static Contexts forServer(PrivateKey key, String keyPassword, Object[] chain) {
                        return new Contexts().keyManager(key, keyPassword, chain);
                    }
                }
                """);
    }

    @Test
    void aHeirsMethodOfTheSameTypesIsReachedAndItsOverloadsAreNot() {
        RuleTester.of(SecretLogged.class).check("""
                package sample;
                import org.slf4j.*;
                class Senders {
                    static abstract class Sender<T> {
                        abstract void send(String to, T what);
                        void send(String to, Integer times) {}
                        void deliver(String user, T password) {}
                    }
                    static class Loud extends Sender<String> {
                        private static final Logger log = LoggerFactory.getLogger(Loud.class);
                        @Override void send(String to, String what) {}
                        void send(String to, CharSequence what) { log.info("sending {}", what); }
                        @Override void deliver(String user, String what) { log.info("delivering {}", what); }
                    }
                    void a(Loud loud, String password) {
                        loud.send("you", password);
                    }
                    void b(Sender<String> sender, String password) {
                        sender.deliver("you", password); // BUG: SecretLogged
                    }
                }
                """);
    }
}
