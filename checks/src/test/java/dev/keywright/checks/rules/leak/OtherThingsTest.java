package dev.keywright.checks.rules.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

/** What is called a secret, or came from where one is, and is another thing. */
class OtherThingsTest {

    private final RuleTester tester = RuleTester.of(SecretLogged.class);

    @Test
    void silentOnWhereAKeyLies() {
        tester.check("""
                package sample;
                import org.slf4j.Logger;
                class Keys {
                    private Logger log;
                    private String signingKey;
                    void configure(String signingKey) {
                        if (new java.io.File(signingKey).exists()) {
                            useKeyFromFile(signingKey);
                        } else {
                            log.info("signing with {}", signingKey); // BUG: SecretLogged
                        }
                    }
                    private void useKeyFromFile(String signingKey) {
                        log.info("signing with the key in {}", signingKey);
                    }
                    private void openKeyFromFile(String file, String keyPassword) {
                        log.info("opening {} with {}", file, keyPassword); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void silentOnTheWordsOfAText() {
        tester.check("""
                package sample;
                import java.util.StringTokenizer;
                import org.slf4j.Logger;
                class LoginPage {
                    private Logger log;
                    void open(String path) {
                        StringTokenizer words = new StringTokenizer(path, "/");
                        String token = words.nextToken();
                        log.info("first part {}", token);
                    }
                    void enter(String token) {
                        log.info("entered with {}", token); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void silentOnConstantsOfALibraryThatNameASetting() {
        tester.check("""
                package sample;
                import static elsewhere.Settings.CONFIG_MAIL_PASSWORD;
                import org.slf4j.Logger;
                class Mail {
                    private Logger log;
                    String get(String key) {
                        log.warn("no such setting: {}", key);
                        return null;
                    }
                    void read() { get(CONFIG_MAIL_PASSWORD); }
                    void print(String mailPassword) { get(mailPassword); } // BUG: SecretLogged
                }
                """);
    }

    @Test
    void silentOnTheServersNameInATicket() {
        tester.check("""
                package sample;
                import jakarta.servlet.http.HttpServletRequest;
                import org.slf4j.Logger;
                class Negotiation {
                    private Logger log;
                    static String nameIn(String ticket) {
                        StringBuilder name = new StringBuilder();
                        name.append(ticket, 4, 20);
                        return name.append('@').append(ticket.substring(30)).toString();
                    }
                    void begin(HttpServletRequest request) {
                        String authorization = request.getHeader("Authorization");
                        String serverPrincipal = nameIn(authorization);
                        log.info("for {}", serverPrincipal);
                        String whole = nameIn(authorization);
                        log.info("for {}", whole); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void aFunctionOfAnotherMethodHasVariablesOfItsOwn() {
        tester.check("""
                package sample;
                import java.util.function.Supplier;
                import org.slf4j.Logger;
                class Functions {
                    static Logger log;
                    static Supplier<String> first(Supplier<String> one, Supplier<String> other) {
                        return () -> {
                            try {
                                return one.get();
                            } catch (Exception e) {
                                log.warn("failed", e);
                                return other.get();
                            }
                        };
                    }
                    static Supplier<String> shown(String text) {
                        return () -> {
                            log.info("made {}", text);
                            return text;
                        };
                    }
                }
                class Tokens {
                    String read(String text) {
                        String name = text.trim();
                        String accessToken = name + "x";
                        return Functions.first(() -> "a", () -> name).get();
                    }
                    String make(String accessToken) {
                        return Functions.shown(accessToken).get(); // BUG: SecretLogged
                    }
                }
                """);
    }

    @Test
    void warnsOfWhatIsOneOfManyThings() {
        var findings = tester.check("""
                package sample;
                import java.util.Properties;
                import org.slf4j.Logger;
                class Setting {
                    static final Setting PASSWORD = new Setting("pwd");
                    static final Setting HOST = new Setting("h");
                    private final String name;
                    Setting(String name) { this.name = name; }
                    void set(Properties settings, String value) { settings.setProperty(name, value); }
                    String get(Properties settings) { return settings.getProperty(name); }
                }
                class Client {
                    private Logger log;
                    void connect(Properties settings, String authToken) {
                        Setting.PASSWORD.set(settings, authToken);
                        log.info("to {}", Setting.HOST.get(settings)); // BUG: SecretLogged
                        settings.setProperty("k", authToken);
                        log.info("with {}", settings.getProperty("k")); // BUG: SecretLogged
                    }
                }
                """);
        assertThat(findings)
                .extracting(finding -> finding.severity())
                .containsExactly(Severity.WARNING, Severity.ERROR);
    }

    @Test
    void silentOnSettingsWithAMask() {
        tester.check("""
                package sample;
                import java.util.Properties;
                import org.slf4j.Logger;
                class Directory {
                    private Logger log;
                    void connect(String bindPassword, boolean plain) {
                        Properties settings = new Properties();
                        settings.setProperty("credentials", bindPassword);
                        Properties shown = new Properties();
                        shown.putAll(settings);
                        if (shown.containsKey("credentials")) {
                            shown.setProperty("credentials", "******");
                        }
                        log.debug("with {}", shown);
                        if (plain) {
                            log.debug("with {}", settings); // BUG: SecretLogged
                        }
                    }
                }
                """);
    }

    @Test
    void silentOnMessagesAndFolders() {
        tester.check("""
                package sample;
                import org.slf4j.Logger;
                interface ToolMessages { String missingPassword(); }
                interface Vault { String masterPassword(); }
                class Tool {
                    private Logger log;
                    private ToolMessages texts;
                    void run(Vault vault) {
                        log.info("{}", texts.missingPassword());
                        log.info("{}", vault.masterPassword()); // BUG: SecretLogged
                    }
                }
                """, """
                package sample;
                import org.slf4j.Logger;
                class Shell {
                    private Logger log;
                    String pwd() { return "/"; }
                    void cd(String folder) { log.info("to {}", folder); }
                    void back() {
                        String pwd = pwd();
                        cd("..");
                        cd(pwd);
                    }
                }
                """);
    }
}
