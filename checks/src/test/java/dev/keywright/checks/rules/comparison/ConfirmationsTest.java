package dev.keywright.checks.rules.comparison;

import dev.keywright.checks.testing.RuleTester;
import org.junit.jupiter.api.Test;

/** Two sides of which neither is a guess of the other. */
class ConfirmationsTest {

    private final RuleTester tester = RuleTester.of(TimingUnsafeComparison.class);

    @Test
    void silentOnAPasswordThatIsTypedTwice() {
        tester.check("""
                package sample;
                class Accounts {
                    private String adminPassword;
                    void register(String name, String userPassword, String repeatPassword) {
                        if (!userPassword.equals(repeatPassword)) throw new IllegalArgumentException("not the same");
                    }
                    boolean admits(String userPassword) {
                        return adminPassword.equals(userPassword); // BUG: TimingUnsafeComparison
                    }
                }
                """);
    }

    @Test
    void silentOnTwoPasswordsOfOneForm() {
        tester.check("""
                package sample;
                class Change {
                    private char[] password;
                    private char[] currentPassword;
                    String typed() { return new String(password); }
                    String typedCurrentPassword() { return new String(currentPassword); }
                    String getPassword() { return new String(password); }
                    String getCurrentPassword() { return new String(currentPassword); }
                }
                class Rules {
                    boolean isSame(Change change) {
                        return change.getPassword().equals(change.getCurrentPassword());
                    }
                }
                class Account {
                    private String currentPassword;
                    String getCurrentPassword() { return currentPassword; }
                }
                class LogIn {
                    boolean check(Account account, String givenPassword) {
                        return account.getCurrentPassword().equals(givenPassword); // BUG: TimingUnsafeComparison
                    }
                }
                """);
    }

    @Test
    void silentOnADigestThatSaysWhichKeyItIs() {
        tester.check("""
                package sample;
                import java.security.MessageDigest;
                import java.util.Arrays;
                import javax.crypto.Mac;
                import javax.crypto.SecretKey;
                class Group {
                    private byte[] keyVersion;
                    private byte[] tag;
                    void install(SecretKey key) throws Exception {
                        keyVersion = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
                    }
                    void seal(Mac mac, byte[] text) { tag = mac.doFinal(text); }
                    boolean isOf(byte[] headerVersion) { return Arrays.equals(keyVersion, headerVersion); }
                    boolean isGenuine(byte[] sentTag) {
                        return Arrays.equals(tag, sentTag); // BUG: TimingUnsafeComparison
                    }
                }
                """);
    }

    @Test
    void silentOnWhatEveryConnectionBeginsWith() {
        tester.check("""
                package sample;
                import java.io.DataInputStream;
                import java.util.Arrays;
                class Connection {
                    public static final byte[] cookie = {'n', 'o', 'd', 'e'};
                    private final byte[] ownCookie = new byte[16];
                    void begin(DataInputStream in) throws Exception {
                        byte[] inputCookie = new byte[cookie.length];
                        in.readFully(inputCookie, 0, inputCookie.length);
                        if (!Arrays.equals(cookie, inputCookie)) throw new java.io.IOException("another protocol");
                    }
                    boolean isOwn(byte[] requestCookie) {
                        return Arrays.equals(ownCookie, requestCookie); // BUG: TimingUnsafeComparison
                    }
                }
                """);
    }
}
