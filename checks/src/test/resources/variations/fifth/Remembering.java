package net.acme.seal;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import net.acme.platform.Noise;

public class Remembering {

    private static final byte[] DEFAULT_CIPHER_KEY = OwnCodec.decode("9fA3c0D417e2Bb58a6C1f4E09d7382aC"); // BUG: HardcodedSecret
    private static final byte[] MAGIC = OwnCodec.decode("cafebabe");
    private static final boolean TRACE = false;

    private final Noise noise = new Noise();
    private byte[] key = DEFAULT_CIPHER_KEY;

    boolean authenticationMatches(String token, String givenToken) {
        return token.equals(givenToken); // BUG: TimingUnsafeComparison
    }

    /** Which cookie, not whether it is right. */
    static Set<String> values(String cookieHeader, String name) {
        return Arrays.stream(cookieHeader.split("[;,]"))
                .filter(part -> part.startsWith(name + "="))
                .collect(Collectors.toSet());
    }

    /** A generator that nobody knows, and the time beside it. */
    String csrfToken() {
        byte[] salt = new byte[32];
        noise.nextBytes(salt);
        String token = java.util.Base64.getEncoder().encodeToString(salt) + "." + System.currentTimeMillis();
        return token;
    }

    void trace(String password) {
        if (TRACE) {
            System.out.println("password: " + password);
        }
        if (!TRACE) {
            System.out.println("password: " + password); // BUG: SecretLogged
        }
    }

    /** What marks a password as encrypted, and the realm of a header: anybody may know both. */
    static boolean isMarked(String password, String encryptionPrefix) {
        return password.startsWith(encryptionPrefix);
    }

    boolean isOurs(jakarta.servlet.http.HttpServletRequest request, String realm) {
        String[] parts = request.getHeader("Authorization").split(",");
        String sentRealm = parts[1];
        return realm.equals(sentRealm);
    }

    byte[] key() {
        return key;
    }

    byte[] magic() {
        return MAGIC;
    }
}
