package bookstore;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

public class Passwords {

    static final class Account {
        String name;
        String passwordHash;
        byte[] salt;
    }

    void badDigest(Account account, String password) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        account.passwordHash = HexFormat.of().formatHex(digest.digest(password.getBytes(StandardCharsets.UTF_8))); // BUG: WeakSecretStorage
    }

    void badSalted(Account account, String password) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-1");
        digest.update(account.salt);
        byte[] hashed = digest.digest(password.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
        account.passwordHash = Base64.getEncoder().encodeToString(hashed);
    }

    void badRounds(Account account, char[] password) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password, account.salt, 100, 256); // BUG: WeakSecretStorage
        byte[] hashed = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        account.passwordHash = Base64.getEncoder().encodeToString(hashed);
    }

    void goodRounds(Account account, char[] password) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password, account.salt, 600_000, 256); // OK: WeakSecretStorage
        byte[] hashed = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        account.passwordHash = Base64.getEncoder().encodeToString(hashed);
    }

    String goodEtag(byte[] content) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-1");
        return HexFormat.of().formatHex(digest.digest(content)); // OK: WeakSecretStorage
    }

    boolean badVerify(Account account, char[] password) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password, account.salt, 600_000, 256);
        byte[] hashed = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        String text = Base64.getEncoder().encodeToString(hashed);
        return account.passwordHash.equals(text); // BUG: TimingUnsafeComparison
    }

    boolean goodVerify(Account account, char[] password) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password, account.salt, 600_000, 256);
        byte[] hashed = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        return MessageDigest.isEqual(hashed, Base64.getDecoder().decode(account.passwordHash)); // OK: TimingUnsafeComparison
    }

    boolean goodSameName(Account left, Account right) {
        return left.name.equals(right.name); // OK: TimingUnsafeComparison
    }
}
