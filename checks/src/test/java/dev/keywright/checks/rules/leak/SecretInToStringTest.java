package dev.keywright.checks.rules.leak;

import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class SecretInToStringTest {

    private final RuleTester tester = RuleTester.of(SecretInToString.class);

    @Test
    void silentOnCopiesThatAreMadeWithoutIt() {
        tester.check("""
                package sample;
                import java.util.*;
                class Factory {
                    private final Properties properties = new Properties();
                    Factory(String password) { properties.put("password", password); }
                    static Properties cloneWithoutCredentials(Properties all) {
                        Properties copy = (Properties) all.clone();
                        copy.remove("password");
                        return copy;
                    }
                    @Override public String toString() { return "Factory " + cloneWithoutCredentials(properties); }
                }
                """);
    }

    @Test
    void silentOnMasksAndClassesWithoutText() {
        tester.check("""
                package sample;
                class Masked { String name; String password;
                    @Override public String toString() { return name + "/***"; }
                }
                class Silent { String password; }
                record Named(String name, String passwordHint) {}
                """);
    }

    @Test
    void flagsWrittenAndGeneratedText() {
        tester.check("""
                package sample;
                record Account(String name, String password) {} // BUG: SecretInToString
                class Plain { String name; String password;
                    @Override public String toString() { return name + password; } // BUG: SecretInToString
                }
                """);
    }

    @Test
    void knownLimits() {
        tester.check("""
                package sample;
                class Mailbox {
                    private String user;
                    private String password;
                    // What a library that nobody knows writes of an object is not known.
                    @Override
                    public String toString() {
                        return com.acme.Render.all(this);
                    }
                }
                """);
    }
}
