package tenth;

import java.security.MessageDigest;
import java.util.Base64;

/** Hashes that are fed before they are asked, and helpers that make bytes. */
final class Hashes {

    private final MessageDigest md;
    private final MessageDigest ofPages;

    Hashes(MessageDigest md, MessageDigest ofPages) {
        this.md = md;
        this.ofPages = ofPages;
    }

    boolean sameContent(byte[] page, String known) {
        ofPages.update(page);
        return known.equals(Base64.getEncoder().encodeToString(ofPages.digest()));
    }

    String etag(String page, String version) throws Exception {
        return Hex.of(MessageDigest.getInstance("SHA-256").digest(Texts.utf8Bytes(page + version)));
    }

    boolean compareCredentials(Person person, String credentials) {
        String password = person.getPassword();
        md.update(credentials.getBytes());
        String digested = Base64.getEncoder().encodeToString(md.digest()); // BUG: WeakSecretStorage
        return password.equals(digested); // BUG: TimingUnsafeComparison
    }

    String signRequest(String parameters, String apiSecret) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        return Hex.of(sha.digest(Texts.utf8Bytes(parameters + apiSecret))); // BUG: WeakMac
    }

    boolean validate(String originPassword, String encryptPassword) {
        return encrypt(originPassword).equals(encryptPassword); // BUG: TimingUnsafeComparison
    }

    boolean unchanged(String password) {
        return encrypt(password).equals(encryptPassword(password));
    }

    private String encrypt(String password) {
        return Vault.seal(password);
    }

    private String encryptPassword(String password) {
        return Vault.seal(password);
    }

    interface Person {
        String getPassword();
    }
}
