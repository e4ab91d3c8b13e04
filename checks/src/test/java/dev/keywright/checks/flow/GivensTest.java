package dev.keywright.checks.flow;

import dev.keywright.checks.rules.leak.SecretLogged;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

/** A helper is followed as a call has it, where the call hands it a constant that its conditions ask for. */
class GivensTest {

    private final RuleTester tester = RuleTester.of(SecretLogged.class);

    @Test
    void aFlagThatLeavesThePasswordOutIsBelieved() {
        tester.check("""
                package sample;
                import org.slf4j.*;
                class Address {
                    private static final Logger log = LoggerFactory.getLogger(Address.class);
                    private String user;
                    private String password;
                    private String host;
                    public String toString() { return render(false, true); }
                    String full() { return render(true, true); }
                    private String render(boolean withUser, boolean withPath) { return render(withUser, withPath, "x"); }
                    private String render(boolean withUser, boolean withPath, String name) {
                        StringBuilder text = new StringBuilder();
                        if (withUser && user != null) {
                            text.append(user).append(':').append(password).append('@');
                        }
                        text.append(host);
                        if (withPath) {
                            text.append('/').append(name);
                        }
                        return text.toString();
                    }
                    void connected(Address address) {
                        log.info("connected to {}", address);
                        log.info("connected to {}", address.toString());
                        log.info("connected to {}", address.full()); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void theOtherSideOfAConditionIsAsGood() {
        tester.check("""
                package sample;
                import org.slf4j.*;
                class Show {
                    private static final Logger log = LoggerFactory.getLogger(Show.class);
                    private static final boolean OPEN = true;
                    static String show(String name, String value) { return "payload".equals(name) ? "..." : value; }
                    static String shown(String value, boolean open) {
                        if (!open) {
                            return "...";
                        }
                        return value;
                    }
                    void told(String password) {
                        log.info(show("payload", password));
                        log.info(shown(password, false));
                        log.info(shown(password, OPEN)); // BUG: SecretLogged
                        log.info(show("body", password)); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void aFlagThatIsNotKnownOrIsChangedLetsEverythingThrough() {
        tester.check("""
                package sample;
                import org.slf4j.*;
                class Show {
                    private static final Logger log = LoggerFactory.getLogger(Show.class);
                    static String shown(String value, boolean open) { return open ? value : "..."; }
                    static String changed(String value, boolean open) {
                        open |= value.length() < 40;
                        return open ? value : "...";
                    }
                    void told(String password, boolean open) {
                        log.info(shown(password, open)); // BUG: SecretLogged
                        log.info(changed(password, false)); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void anEntryThatACallNamesIsNoOther() {
        tester.check("""
                package sample;
                import java.util.*;
                import org.slf4j.*;
                class Settings {
                    private static final Logger log = LoggerFactory.getLogger(Settings.class);
                    private final Map<String, String> entries = new HashMap<>();
                    void set(String key, String value) { entries.put(key, value); }
                    String get(String key) { return entries.get(key); }
                    static Settings of(String host, String password) {
                        Settings settings = new Settings();
                        settings.set("host", host);
                        settings.set("secret", password);
                        log.info("connecting to {}", settings.get("host"));
                        log.info("connecting with {}", settings.get("secret")); // BUG: SecretLogged
                        return settings;
                    }
                }
                """);
    }

    @Test
    void oneCallsKeyDoesNotNameWhatOthersPutThere() {
        tester.check("""
                package sample;
                import java.util.*;
                import org.slf4j.*;
                class Container {
                    private static final Logger log = LoggerFactory.getLogger(Container.class);
                    private final Map<String, String> env = new HashMap<>();
                    void add(String key, String value) { env.put(key, value); }
                    void database(String given) { add("PASSWORD", given); }
                    void compose(String given) { add("COMPOSE_FILE", given); }
                    void tell() {
                        log.info("environment {}", env);
                    }
                }
                """);
    }

    @Test
    void aSetterThatLeavesPasswordsOutByTheirNameTellsTheOthers() {
        tester.check("""
                package sample;
                import java.util.Properties;
                import org.slf4j.*;
                class Source {
                    private static final Logger log = LoggerFactory.getLogger(Source.class);
                    private final Properties properties = new Properties();
                    enum Key {
                        TOKEN("accessToken"), PASSWORD("trustStorePassword");
                        private final String name;
                        Key(String name) { this.name = name; }
                        @Override public String toString() { return name; }
                    }
                    public void setPassword(String password) { set("password", password); }
                    public void setTrustStorePassword(String password) { set(Key.PASSWORD.toString(), password); }
                    public void setUser(String user) { set("user", user); }
                    public void setAccessToken(String accessToken) { set("accessToken", accessToken); } // BUG: SecretLogged
                    private void set(String key, String value) {
                        if (log.isDebugEnabled() && !key.contains("password") && !key.contains("Password")) {
                            log.debug("set {} {}", key, value);
                        }
                        properties.setProperty(key, value);
                    }
                }
                """);
    }
}
