package dev.keywright.checks.rules.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

class AuthenticationEnumerationTest {

    private static final String MEMBERS = """
                interface Users {
                    java.util.Optional<User> findByEmail(String email);
                    User findUserByName(String name);
                }
                record User(String passwordHash) {}
                interface Encoder { boolean matches(String raw, String hash); }
                Users users;
                Encoder encoder;
            """;

    private final RuleTester tester = RuleTester.of(AuthenticationEnumeration.class);

    @Test
    void oneAnswerForBothIsSilent() {
        tester.checkMembers("", MEMBERS + """
                void same(String email, String password) {
                    User user = users.findByEmail(email).orElseThrow(() -> new SecurityException("wrong e-mail or password"));
                    if (!encoder.matches(password, user.passwordHash())) {
                        throw new SecurityException("wrong e-mail or password");
                    }
                }
                """);
    }

    @Test
    void lookUpsWithoutAPasswordAreSilent() {
        tester.checkMembers("", MEMBERS + """
                User profile(String name) {
                    User user = users.findUserByName(name);
                    if (user == null) {
                        throw new IllegalArgumentException("no such user");
                    }
                    if (name.isEmpty()) {
                        throw new IllegalStateException("empty");
                    }
                    return user;
                }
                """);
    }

    @Test
    void detailsBehindASwitchAreSilent() {
        tester.checkMembers("", MEMBERS + """
                boolean detailed;
                void login(String name, String password) {
                    User user = users.findUserByName(name);
                    if (user == null) {
                        if (!detailed) {
                            throw new SecurityException("login failed");
                        } else {
                            throw new SecurityException("User does not exist");
                        }
                    }
                    if (!encoder.matches(password, user.passwordHash())) {
                        throw new SecurityException("login failed");
                    }
                }
                """);
    }

    @Test
    void differentAnswersAreFlagged() {
        tester.checkMembers("", MEMBERS + """
                void texts(String email, String password) {
                    User user = users.findByEmail(email)
                            .orElseThrow(() -> new SecurityException("no such user")); // BUG: AuthenticationEnumeration
                    if (!encoder.matches(password, user.passwordHash())) {
                        throw new SecurityException("wrong password");
                    }
                }
                int statuses(String name, String password) {
                    User user = users.findUserByName(name);
                    if (user == null) {
                        return 404; // BUG: AuthenticationEnumeration
                    }
                    if (!encoder.matches(password, user.passwordHash())) {
                        return 401;
                    }
                    return 200;
                }
                """);
    }

    @Test
    void anAnswerBeforeTheHashIsAWarning() {
        var findings = tester.checkMembers("", MEMBERS + """
                boolean early(String email, String password) {
                    User user = users.findUserByName(email);
                    if (user == null) {
                        return false; // BUG: AuthenticationEnumeration
                    }
                    return encoder.matches(password, user.passwordHash());
                }
                boolean shortcut(String email, String password) {
                    User user = users.findUserByName(email);
                    return user != null && encoder.matches(password, user.passwordHash()); // BUG: AuthenticationEnumeration
                }
                boolean turnedRound(String email, String password) {
                    User user = users.findUserByName(email);
                    return null != user && encoder.matches(password, user.passwordHash()); // BUG: AuthenticationEnumeration
                }
                boolean sameWork(String email, String password) {
                    User user = users.findUserByName(email);
                    if (user == null) {
                        encoder.matches(password, "$2a$10$nobody");
                        return false;
                    }
                    return encoder.matches(password, user.passwordHash());
                }
                boolean changePassword(String name, String oldPassword) {
                    User user = users.findUserByName(name);
                    if (user == null) {
                        return false;
                    }
                    return encoder.matches(oldPassword, user.passwordHash());
                }
                """);
        assertThat(findings).extracting(Finding::severity).containsOnly(Severity.WARNING);
    }

    /** Answers that two methods give are not compared. */
    @Test
    void knownLimits() {
        tester.checkMembers("", MEMBERS + """
                User found(String email) {
                    return users.findByEmail(email).orElseThrow(() -> new SecurityException("no such user"));
                }
                void apart(String email, String password) {
                    if (!encoder.matches(password, found(email).passwordHash())) {
                        throw new SecurityException("wrong password");
                    }
                }
                """);
    }

    @Test
    void flagsUsersThatAreAskedForByName() {
        tester.check("""
                package sample;
                class Backend {
                    private Accounts accounts;
                    Session enter(String name, char[] password) {
                        if (!accounts.exists(name)) {
                            throw new LoginException(name + " is not known"); // BUG: AuthenticationEnumeration
                        }
                        if (OpenBSDBCrypt.checkPassword(accounts.hashOf(name), password)) {
                            return new Session(name);
                        } else {
                            throw new LoginException("wrong password");
                        }
                    }
                    void rename(String name, String to) {
                        if (!accounts.exists(name)) throw new IllegalArgumentException("no such account");
                        accounts.put(to, accounts.take(name));
                    }
                }
                """);
    }

    @Test
    void silentOnWhatIsPrintedForWhoeverStartedTheProgram() {
        tester.check("""
                package sample;
                class Tool {
                    int reset(Users users, String name, String password, String second) {
                        User user = users.findByName(name);
                        if (user == null) {
                            System.err.println("No such user");
                            return 1;
                        }
                        if (!password.equals(second)) {
                            System.err.println("The passwords differ");
                        }
                        return 0;
                    }
                    String logIn(Users users, String name, String password) {
                        User user = users.findByName(name);
                        if (user == null) {
                            return "No such user"; // BUG: AuthenticationEnumeration
                        }
                        if (!password.equals(user.password())) {
                            return "Wrong password";
                        }
                        return "Welcome";
                    }
                }
                interface Users { User findByName(String name); }
                interface User { String password(); }
                """);
    }
}
