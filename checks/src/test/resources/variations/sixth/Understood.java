package org.example.understood;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import javax.servlet.http.HttpServletRequest;
import lombok.val;

/** What fresh projects taught: each of these was told, and none of them is wrong. */
class Understood {

    private static final Logger LOG = Logger.getLogger("understood");
    private static final String FILTER_CREDS_PASSWORD = "(?i)(.+?)password=([^;&?]+)[;&]*?(.*?)$";
    private static final String PASSCODE_IN_PASSWORD = "passcodeInPassword";

    private String sessionToken;
    private Transaction transaction;

    /** Objects, and not the texts in them. */
    void credentials() {
        val credentials = transaction.getCredentials();
        LOG.info("credentials provided: " + credentials);
    }

    void renewed(String prevSessionToken) {
        if (!sessionToken.equals(prevSessionToken)) {
            LOG.info("somebody else renewed it");
        }
    }

    /** A place in a ring, and a number. */
    int position(Map<String, Object> ring, Long other) {
        Object token = ring.get("token");
        return ((Long) token).compareTo(other);
    }

    void where(Map<String, String> settings) {
        LOG.info("passcode in password: " + settings.get(PASSCODE_IN_PASSWORD));
    }

    /** The secret key is the secret of the two. */
    void denied(Caller caller) {
        if (caller.secretKey().isEmpty()) {
            throw new IllegalStateException("no rights for accessKey=" + caller.accessKey());
        }
    }

    /** One entry of a map is not another. */
    void open(String user, String pass) {
        Properties properties = new Properties();
        properties.setProperty("accesskey", user);
        properties.setProperty("secretkey", pass);
        properties.setProperty("password", pass);
        check(properties);
        Map<String, String> login = new HashMap<>();
        login.put("username", user);
        login.put("password", pass);
        refuse(login);
    }

    private void check(Properties properties) {
        String version = properties.getProperty("aws.api.signature.version", "2");
        if (!version.equals("2")) {
            throw new IllegalArgumentException("unknown version " + version);
        }
    }

    private void refuse(Map<String, String> login) {
        throw new IllegalArgumentException("no such user: " + login.get("username"));
    }

    interface Transaction {
        Collection<Object> getCredentials();
    }

    interface Caller {
        String accessKey();

        String secretKey();
    }
}

/** The same, where it is not understood to be harmless. */
class Misunderstood {

    private static final Logger LOG = Logger.getLogger("misunderstood");

    void open(String user, String pass) {
        Map<String, String> login = new HashMap<>();
        login.put("username", user);
        login.put("password", pass);
        refuse(login);
    }

    private void refuse(Map<String, String> login) {
        throw new IllegalArgumentException("refused: " + login.get("password")); // BUG: SecretInErrorMessage
    }

    void alone(String storageAccessKey) {
        LOG.info("access key " + storageAccessKey); // BUG: SecretLogged
    }
}

/** One comparison with one secret: told where it stands, or at one of its callers. */
class Once {

    private String managementPassword = System.getenv("MANAGEMENT_PASSWORD");

    boolean one(HttpServletRequest request) {
        return same(request.getParameter("password"));
    }

    boolean two(HttpServletRequest request) {
        return same(request.getHeader("X-Management"));
    }

    boolean three(HttpServletRequest request) {
        return same(request.getParameter("pw"));
    }

    private boolean same(String given) {
        return managementPassword.equals(given); // BUG: TimingUnsafeComparison
    }

    boolean first(byte[] sent, byte[] key, javax.crypto.Mac mac) {
        return equal(mac.doFinal(key), sent); // BUG: TimingUnsafeComparison
    }

    boolean second(byte[] sent, byte[] text, javax.crypto.Mac mac) {
        return equal(mac.doFinal(text), sent); // BUG: TimingUnsafeComparison
    }

    private static boolean equal(byte[] left, byte[] right) {
        if (left.length != right.length) {
            return false;
        }
        for (int i = 0; i < left.length; i++) {
            if (left[i] != right[i]) {
                return false;
            }
        }
        return true;
    }

    static <T> List<T> none() {
        return List.of();
    }
}

/** A project's own class in the manner of Java's. */
interface Mac {
    void update(byte[] text);

    void doFinal(byte[] into, int offset);
}

class Packets {
    private Mac inMac;
    private final byte[] computed = new byte[32];

    boolean verify(byte[] packet, byte[] received) {
        inMac.update(packet);
        inMac.doFinal(computed, 0);
        return java.util.Arrays.equals(computed, received); // BUG: TimingUnsafeComparison
    }

    boolean verifyEvenly(byte[] packet, byte[] received) {
        inMac.update(packet);
        inMac.doFinal(computed, 0);
        return java.security.MessageDigest.isEqual(computed, received);
    }
}

interface Strategy {
    String getHashedStoredPwd(Object row);

    String computeHash(String password, String salt);
}

class StoredHashes {
    private Strategy strategy;

    boolean authenticate(Object row, String password, String salt) {
        String hashedStoredPwd = strategy.getHashedStoredPwd(row);
        String hashedPassword = strategy.computeHash(password, salt);
        return hashedStoredPwd.equals(hashedPassword); // BUG: TimingUnsafeComparison
    }

    boolean moved(String storedHash, String otherStoredHash) {
        return storedHash.equals(otherStoredHash);
    }
}

/** Through a wrapper each text is a defect of its own; what one helper writes of one secret is one. */
class Wrapped {
    private static final Logger LOG = Logger.getLogger("wrapped");

    private String accessToken;

    void texts() {
        say("first " + accessToken); // BUG: SecretLogged
        say("second " + accessToken); // BUG: SecretLogged
        pass(accessToken); // BUG: SecretLogged
        pass(accessToken); // BUG: SecretLogged
    }

    void helper() {
        refused(accessToken, "a"); // BUG: SecretLogged
    }

    void again() {
        refused(accessToken, "b");
    }

    private static void say(String text) {
        LOG.info("wrapped: " + text);
    }

    private static void pass(String text) {
        LOG.info(text);
    }

    private static void refused(String given, String why) {
        LOG.info("refused " + given + " because of " + why);
    }
}
