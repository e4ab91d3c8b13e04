package org.acme.druid.basic;

import java.security.SecureRandom;
import java.security.spec.KeySpec;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

public class StoredHashes {
    private volatile Map<String, BasicAuthenticatorCredentials> byUser;

    public boolean validate(String username, char[] password) throws Exception {
        BasicAuthenticatorCredentials credentials = byUser.get(username);
        if (credentials == null) {
            return false;
        }
        byte[] recalculatedHash =
                hashPassword(password, credentials.getSalt(), credentials.getIterations());
        return Arrays.equals(recalculatedHash, credentials.getHash()); // BUG: TimingUnsafeComparison
    }

    static byte[] hashPassword(char[] password, byte[] salt, int iterations) throws Exception {
        SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512");
        KeySpec spec = new PBEKeySpec(password, salt, iterations, 512);
        return factory.generateSecret(spec).getEncoded();
    }

    static byte[] generateSalt() {
        byte[] salt = new byte[32];
        new SecureRandom().nextBytes(salt);
        return salt;
    }
}

class BasicAuthenticatorCredentials {
    private final byte[] salt;
    private final byte[] hash;
    private final int iterations;

    BasicAuthenticatorCredentials(byte[] salt, byte[] hash, int iterations) {
        this.salt = salt;
        this.hash = hash;
        this.iterations = iterations;
    }

    byte[] getSalt() {
        return salt;
    }

    byte[] getHash() {
        return hash;
    }

    int getIterations() {
        return iterations;
    }

    @Override
    public boolean equals(Object o) {
        if (this == o) {
            return true;
        }
        if (!(o instanceof BasicAuthenticatorCredentials)) {
            return false;
        }
        BasicAuthenticatorCredentials that = (BasicAuthenticatorCredentials) o;
        return iterations == that.iterations
                && Arrays.equals(salt, that.salt) // OK: TimingUnsafeComparison
                && Arrays.equals(hash, that.hash); // OK: TimingUnsafeComparison
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(salt) + Arrays.hashCode(hash);
    }
}
