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
                    private final Properties properties;
                    Factory(Properties properties) { this.properties = properties; }
                    @Override public String toString() { return "Factory " + Utils.cloneWithoutCredentials(properties); }
                    static Factory of(String password) {
                        Properties all = new Properties();
                        all.put("password", password);
                        return new Factory(all);
                    }
                    static class Utils {
                        static Properties cloneWithoutCredentials(Properties properties) {
                            if (properties != null) {
                                final Properties temp = (Properties) properties.clone();
                                temp.remove("user");
                                temp.remove("password");
                                return temp;
                            }
                            return properties;
                        }
                    }
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
