package corpus.comparison;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

class WebhookVerifier {

    private final SecretKey shared;
    private final String adminToken = System.getenv("ADMIN_TOKEN");
    private final Map<String, String> tokensByTenant = new HashMap<>();
    private final Set<String> activeApiKeys = Set.copyOf(List.of(System.getenv("API_KEYS").split(",")));
    private String lastSeen = "";

    WebhookVerifier(SecretKey shared) {
        this.shared = shared;
    }

    private byte[] compute(byte[] payload) throws Exception {
        Mac m = Mac.getInstance("HmacSHA256");
        m.init(shared);
        return m.doFinal(payload);
    }

    private String computeHex(byte[] payload) throws Exception {
        return HexFormat.of().formatHex(compute(payload));
    }

    boolean plain(byte[] payload, String given) throws Exception {
        String wanted = computeHex(payload);
        return wanted.equals(given); // BUG: TimingUnsafeComparison
    }

    boolean reversed(byte[] payload, String given) throws Exception {
        return given.equalsIgnoreCase(computeHex(payload)); // BUG: TimingUnsafeComparison
    }

    boolean arrays(byte[] payload, byte[] given) throws Exception {
        return Arrays.equals(compute(payload), given); // BUG: TimingUnsafeComparison
    }

    boolean objects(byte[] payload, String given) throws Exception {
        String b = Base64.getEncoder().encodeToString(compute(payload));
        return Objects.equals(b, given); // BUG: TimingUnsafeComparison
    }

    boolean prefixed(byte[] payload, String header) throws Exception {
        return ("sha256=" + computeHex(payload)).equals(header); // BUG: TimingUnsafeComparison
    }

    boolean compared(byte[] payload, String header) throws Exception {
        return computeHex(payload).compareTo(header) == 0; // BUG: TimingUnsafeComparison
    }

    boolean buffers(byte[] payload, byte[] given) throws Exception {
        return ByteBuffer.wrap(compute(payload)).equals(ByteBuffer.wrap(given)); // BUG: TimingUnsafeComparison
    }

    boolean content(byte[] payload, StringBuilder given) throws Exception {
        return computeHex(payload).contentEquals(given); // BUG: TimingUnsafeComparison
    }

    boolean region(byte[] payload, String header) throws Exception {
        String wanted = computeHex(payload);
        return header.regionMatches(true, 7, wanted, 0, wanted.length()); // BUG: TimingUnsafeComparison
    }

    boolean earlyExit(byte[] payload, byte[] given) throws Exception {
        byte[] wanted = compute(payload);
        if (wanted.length != given.length) { // OK: TimingUnsafeComparison
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] != given[i]) { // BUG: TimingUnsafeComparison
                return false;
            }
        }
        return true;
    }

    private static boolean same(String a, String b) {
        return a != null && a.equals(b);
    }

    boolean throughHelper(byte[] payload, String given) throws Exception {
        return same(computeHex(payload), given); // BUG: TimingUnsafeComparison
    }

    boolean throughLambda(byte[] payload, String given) throws Exception {
        String wanted = computeHex(payload);
        BiPredicate<String, String> matches = (x, y) -> x.equals(y); // BUG: TimingUnsafeComparison
        return matches.test(wanted, given);
    }

    boolean throughOptional(Optional<String> presented) {
        return presented.filter(p -> p.equals(adminToken)).isPresent(); // BUG: TimingUnsafeComparison
    }

    boolean throughReference(Optional<String> presented) {
        return presented.filter(adminToken::equals).isPresent(); // BUG: TimingUnsafeComparison
    }

    boolean contained(String presentedKey) {
        return activeApiKeys.contains(presentedKey); // BUG: TimingUnsafeComparison
    }

    boolean perTenant(String tenant, String presented) {
        String known = tokensByTenant.get(tenant);
        if (known == null) { // OK: TimingUnsafeComparison
            return false;
        }
        return known.equals(presented); // BUG: TimingUnsafeComparison
    }

    boolean switched(String presented) {
        switch (presented) {
            case "":
                return false;
            default:
                return presented.hashCode() == adminToken.hashCode(); // BUG: TimingUnsafeComparison
        }
    }

    boolean streamed(String presented) {
        return activeApiKeys.stream().anyMatch(k -> k.equals(presented)); // BUG: TimingUnsafeComparison
    }

    boolean negated(byte[] payload, String given) throws Exception {
        if (!computeHex(payload).equals(given)) { // BUG: TimingUnsafeComparison
            throw new SecurityException("bad signature");
        }
        return true;
    }

    boolean digestOfPassword(String stored, String password) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8)); // BUG: WeakSecretStorage
        return HexFormat.of().formatHex(hash).equals(stored); // BUG: TimingUnsafeComparison
    }

    // ---- what is fine

    boolean constantTime(byte[] payload, byte[] given) throws Exception {
        return MessageDigest.isEqual(compute(payload), given); // OK: TimingUnsafeComparison
    }

    boolean constantTimeText(byte[] payload, String given) throws Exception {
        byte[] wanted = computeHex(payload).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(wanted, given.getBytes(StandardCharsets.US_ASCII)); // OK: TimingUnsafeComparison
    }

    boolean xorLoop(byte[] payload, byte[] given) throws Exception {
        byte[] wanted = compute(payload);
        int diff = wanted.length ^ given.length;
        for (int i = 0; i < wanted.length && i < given.length; i++) {
            diff |= wanted[i] ^ given[i]; // OK: TimingUnsafeComparison
        }
        return diff == 0; // OK: TimingUnsafeComparison
    }

    boolean isMissing(String token) {
        return token == null || token.isEmpty() || "".equals(token); // OK: TimingUnsafeComparison
    }

    boolean isBearer(String authorization) {
        return authorization.startsWith("Bearer "); // OK: TimingUnsafeComparison
    }

    boolean isScheme(String scheme) {
        return "Bearer".equalsIgnoreCase(scheme) || scheme.equals("Basic"); // OK: TimingUnsafeComparison
    }

    boolean confirmed(String password, String passwordConfirmation) {
        return password.equals(passwordConfirmation); // OK: TimingUnsafeComparison
    }

    boolean unchangedFile(String etag, byte[] file) throws Exception {
        String checksum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        return checksum.equals(etag); // OK: TimingUnsafeComparison
    }

    boolean configChanged(Config before, Config after) {
        return !before.clientSecret().equals(after.clientSecret()); // OK: TimingUnsafeComparison
    }

    boolean lexerToken(String token) {
        return token.equals("if") || token.equals("else"); // OK: TimingUnsafeComparison
    }

    boolean sameAlgorithm(String signatureAlgorithm) {
        return signatureAlgorithm.equals("HmacSHA256"); // OK: TimingUnsafeComparison
    }

    boolean isKeyId(String keyId, String other) {
        return keyId.equals(other); // OK: TimingUnsafeComparison
    }

    boolean nextPage(String nextPageToken) {
        return lastSeen.equals(nextPageToken); // OK: TimingUnsafeComparison
    }

    boolean byLength(byte[] secret, byte[] other) {
        return secret.length == other.length; // OK: TimingUnsafeComparison
    }

    record Config(String clientId, String clientSecret) {} // BUG: SecretInToString
}

final class Credential {

    private final String secret;

    Credential(String secret) {
        this.secret = secret;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Credential other && secret.equals(other.secret); // OK: TimingUnsafeComparison
    }

    @Override
    public int hashCode() {
        return secret.hashCode(); // OK: TimingUnsafeComparison
    }
}
