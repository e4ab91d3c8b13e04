package eighth;

import java.security.MessageDigest;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hashes in place of MACs: with a key that is a constant, a password, another secret. */
final class Proofs {

    private static final Logger LOG = LoggerFactory.getLogger(Proofs.class);
    private static final String SIGNING_SECRET = "q9-4481fbc2e7"; // BUG: HardcodedSecret
    private static final String TILES_KEY = "Qx7bT0wPn4Lk93VhYd2RzmE6"; // BUG: HardcodedSecret
    private static final String CACHE_KEY = "userById2AndName3InRegion";

    private final String user;
    private final String password;

    Proofs(String user, String password) {
        this.user = user;
        this.password = password;
    }

    String makeSign(String phone, long time) {
        String source = String.format("%s%s%s", phone, time, SIGNING_SECRET);
        return DigestUtils.md5Hex(source); // BUG: WeakMac
    }

    String signatureOf(String method, String path, String date) {
        String text = method + "&" + path + "&" + date + "&" + password;
        return "Svc " + user + ":" + md5(text); // BUG: WeakMac // BUG: WeakSecretStorage
    }

    String confirmation(Reset reset, String clientSecret) {
        return DigestUtils.sha256Hex(reset.secret() + clientSecret); // BUG: WeakMac
    }

    /** A hash of what was sent, without any key. */
    String contentSign(byte[] body, String path) {
        return DigestUtils.sha256Hex(path + body.length);
    }

    String etag(String user, String path) {
        return DigestUtils.md5Hex(user + path);
    }

    void keep(String proxyGrantingTicketIou, String proxyGrantingTicket) {
        LOG.debug("ticket {} kept", proxyGrantingTicketIou);
        LOG.debug("{} stands for {}", proxyGrantingTicketIou, proxyGrantingTicket); // BUG: SecretLogged
    }

    String cacheKey() {
        return CACHE_KEY + TILES_KEY.length();
    }

    interface Reset {
        String secret();
    }
}
