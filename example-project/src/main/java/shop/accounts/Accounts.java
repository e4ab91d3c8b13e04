package shop.accounts;

import dev.keywright.annotations.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.springframework.stereotype.Component;

/** Customers and what is kept of their passwords: a slow, salted hash. */
@Component
public class Accounts {

    private static final int ITERATIONS = 100_000;
    private static final int BITS = 256;

    private record Hashed(byte[] salt, byte[] hash) {}

    private final Map<String, Hashed> byEmail = new ConcurrentHashMap<>();
    private final Hashed nobody = hashed("");

    /** Adds a customer, or changes the password of one. */
    public void put(String email, @Secret String password) {
        byEmail.put(email, hashed(password));
    }

    /** Whether the password is that of the customer; it takes as long for customers who do not exist. */
    boolean isRight(LogIn logIn) {
        Hashed known = byEmail.get(logIn.email());
        Hashed compared = known == null ? nobody : known;
        boolean equal = MessageDigest.isEqual(hash(logIn.password(), compared.salt()), compared.hash());
        return equal && known != null;
    }

    private static Hashed hashed(@Secret String password) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return new Hashed(salt, hash(password, salt));
    }

    private static byte[] hash(@Secret String password, byte[] salt) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has PBKDF2WithHmacSHA256", e);
        }
    }
}
