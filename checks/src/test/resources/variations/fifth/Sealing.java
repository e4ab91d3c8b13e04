package net.acme.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Texts that are sealed with a digest of a secret, and passwords whose hashes are handed to the method that checks them. */
public class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final String MARK = "&seal=";

    static final String TYPE_HMAC_SHA1 = "HMAC-SHA1";

    private final byte[] secret;

    public Sealing(byte[] secret) {
        this.secret = secret.clone();
    }

    public String open(String sealed) throws GeneralSecurityException {
        int at = sealed.lastIndexOf(MARK);
        String shown = sealed.substring(at + MARK.length());
        String text = sealed.substring(0, at);
        String made = getSignature(text);
        if (!shown.equals(made)) { // BUG: TimingUnsafeComparison
            throw new GeneralSecurityException("wrong seal");
        }
        return text;
    }

    public String openSafely(String sealed) throws GeneralSecurityException {
        int at = sealed.lastIndexOf(MARK);
        String shown = sealed.substring(at + MARK.length());
        String text = sealed.substring(0, at);
        String made = getSignature(text);
        if (!MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), made.getBytes(StandardCharsets.UTF_8))) {
            throw new GeneralSecurityException("wrong seal");
        }
        return text;
    }

    private String getSignature(String text) throws GeneralSecurityException {
        MessageDigest md = MessageDigest.getInstance("SHA-256");
        md.update(text.getBytes(StandardCharsets.UTF_8));
        md.update(secret);
        return Base64.getEncoder().encodeToString(md.digest()); // BUG: WeakMac
    }

    /** The time in a signed text may be known to all. */
    public String sessionToken(String user) throws GeneralSecurityException {
        String claims = user + "." + (System.currentTimeMillis() + 60_000);
        String token = claims + "." + getSignature(claims);
        return token;
    }

    /** Which algorithm, as both sides may know. */
    static boolean isKnown(String type) {
        return TYPE_HMAC_SHA1.equals(type);
    }

    static String scheme(String storedPassword) {
        int end = storedPassword.indexOf('}');
        String algorithm = storedPassword.substring(1, end);
        try {
            MessageDigest.getInstance(algorithm);
        } catch (GeneralSecurityException e) {
            LOG.debug("unknown algorithm " + algorithm);
        }
        return algorithm;
    }

    static boolean isPlain(String storedPassword) {
        return scheme(storedPassword) == null;
    }
}
