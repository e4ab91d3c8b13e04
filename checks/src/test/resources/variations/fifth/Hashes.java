package net.acme.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

public abstract class Hashes {

    public String encrypt(String password) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance(algorithm());
        digest.update(password.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest.digest()); // BUG: WeakSecretStorage
    }

    protected abstract String algorithm();

    public boolean check(String password, String encrypted) throws GeneralSecurityException {
        return encrypt(password).equals(encrypted); // BUG: TimingUnsafeComparison
    }

    public boolean matches(String password, String encoded) throws GeneralSecurityException {
        return MessageDigest.isEqual(encrypt(password).getBytes(), encoded.getBytes());
    }

    /** Two kept values: nobody guesses. */
    static boolean moved(String oldHash, String newHash) {
        return oldHash.equals(newHash);
    }
}
