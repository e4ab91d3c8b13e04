package dev.keywright.runtime.token;

import dev.keywright.annotations.internal.grammar.Scopes;
import dev.keywright.runtime.digest.Digests;
import dev.keywright.runtime.key.KeyHasher;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is kept of a token. Never the token itself. Immutable, but for an answer that is kept once made. */
public final class TokenRecord {

    private static final int LONGEST = 128;

    /** What a token is for. */
    public enum Kind {
        /** Presented to endpoints. */
        ACCESS,
        /** Presented once, to get the next pair of tokens. */
        REFRESH
    }

    private final String id;
    private final Kind kind;
    private final String digest;
    private final String family;
    private final String owner;
    private final Set<String> scopes;
    private final Map<String, String> labels;
    private final long issuedMillis;
    private final long expiresMillis;

    /** Worked out once, so that a request does not decode. */
    private final byte[] digestBytes;

    /** Made when the token is first presented. Threads race for it, and all make the same. */
    private BearerAnswer.@Nullable Genuine answer;

    /**
     * Makes a record.
     *
     * @param id the id part of the token, by which it is found
     * @param kind what it is for
     * @param digest the digest of its secret part, as {@link KeyHasher#digest(String)} makes it
     * @param family names the log-in that all tokens descend from which follow one another by refreshing
     * @param owner whose token it is
     * @param scopes what its bearer may do; {@code orders:*} stands for whatever starts with {@code orders:}
     * @param labels further facts, handed to the handler
     * @param issuedMillis when it was issued, in milliseconds since the epoch
     * @param expiresMillis from when it is not valid any more, likewise
     * @throws IllegalArgumentException when a part does not follow its grammar
     */
    public TokenRecord(
            String id,
            Kind kind,
            String digest,
            String family,
            String owner,
            Set<String> scopes,
            Map<String, String> labels,
            long issuedMillis,
            long expiresMillis) {
        if (isNoName(id) || isNoName(family) || isNoName(owner)) {
            throw new IllegalArgumentException(TokenMessages.recordWithoutIdOrOwner());
        }
        if (expiresMillis <= issuedMillis) {
            throw new IllegalArgumentException(TokenMessages.expiresBeforeIssued());
        }
        this.id = id;
        this.kind = kind;
        this.digest = digest;
        this.digestBytes = bytes(digest);
        this.family = family;
        this.owner = owner;
        this.scopes = Set.copyOf(scopes);
        this.scopes.forEach(Scopes::check);
        this.labels = Map.copyOf(labels);
        this.issuedMillis = issuedMillis;
        this.expiresMillis = expiresMillis;
    }

    private static boolean isNoName(String text) {
        return text.isBlank() || text.length() > LONGEST;
    }

    private static byte[] bytes(String digest) {
        int colon = digest.indexOf(':');
        boolean known = digest.startsWith("sha256:") || digest.startsWith("hmac-sha256:");
        if (!known || digest.length() - colon - 1 != 2 * Digests.LENGTH) {
            throw new IllegalArgumentException(TokenMessages.digestForm());
        }
        try {
            return HexFormat.of().parseHex(digest, colon + 1, digest.length());
        } catch (IllegalArgumentException e) {
            // The parser's message quotes the text.
            throw new IllegalArgumentException(TokenMessages.digestForm());
        }
    }

    /** The id part of the token, by which it is found; not secret. */
    public String id() {
        return id;
    }

    /** What it is for. */
    public Kind kind() {
        return kind;
    }

    /** The digest of the token's secret part, as {@link KeyHasher#digest(String)} makes it. */
    public String digest() {
        return digest;
    }

    /** The log-in that this token descends from. */
    public String family() {
        return family;
    }

    /** Whose token it is. */
    public String owner() {
        return owner;
    }

    /** What its bearer may do. */
    public Set<String> scopes() {
        return scopes;
    }

    /** Further facts, handed to the handler. */
    public Map<String, String> labels() {
        return labels;
    }

    /** When it was issued, in milliseconds since the epoch. */
    public long issuedMillis() {
        return issuedMillis;
    }

    /** From when it is not valid any more, in milliseconds since the epoch. */
    public long expiresMillis() {
        return expiresMillis;
    }

    /** Whether a digest of the hasher is this record's; the time does not tell where they differ. */
    public boolean matches(KeyHasher hasher, byte[] rawDigest) {
        // Compared first and always; which hasher made the record is no secret.
        boolean equal = Digests.areEqual(digestBytes, rawDigest);
        return equal && digest.startsWith(hasher.prefix());
    }

    /** What a verifier says of the token when it is presented. */
    BearerAnswer.Genuine answer() {
        BearerAnswer.Genuine known = answer;
        if (known == null) {
            known = new BearerAnswer.Genuine(new BearerToken(id, owner, scopes, labels, Long.MIN_VALUE, expiresMillis));
            answer = known;
        }
        return known;
    }

    /** Without the digest. */
    @Override
    public String toString() {
        return "TokenRecord[" + id + ", " + kind + ", owner=" + owner + ", scopes=" + scopes + "]";
    }
}
