package dev.keywright.runtime.scheme;

import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.fields.Bare;
import dev.keywright.runtime.fields.Dictionary;
import dev.keywright.runtime.fields.Element;
import dev.keywright.runtime.fields.Parameters;
import dev.keywright.runtime.signature.Rfc9421Scheme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC_9421: HTTP Message Signatures. The algorithm is hmac-sha256 whatever the request says; it may only agree. */
final class Rfc9421 implements Scheme {

    private static final int LONGEST_INPUT = 8192;
    private static final int LONGEST_SIGNATURE = 4096;
    private static final int MOST_SIGNATURES = 4;
    private static final int LONGEST_KEY_ID = 64;
    private static final int SHORTEST_NONCE = 16;
    private static final long LATEST = 999_999_999_999L;
    private static final Bare ALGORITHM = new Bare.Text(Rfc9421Scheme.ALGORITHM);
    private static final List<String> HEADERS = List.of("signature", "signature-input");

    @Override
    public String name() {
        return Rfc9421Scheme.NAME;
    }

    @Override
    public List<String> credentialHeaders() {
        return HEADERS;
    }

    @Override
    public String challenge() {
        return "Signature scheme=\"RFC-9421\", alg=\"" + Rfc9421Scheme.ALGORITHM + "\"";
    }

    @Override
    public String keyFamily() {
        return Schemes.OWN_FAMILY;
    }

    @Override
    public int shortestKey() {
        return Schemes.SHORTEST_OWN;
    }

    @Override
    public boolean namesKey() {
        return true;
    }

    @Override
    public boolean signsAuthority() {
        return true;
    }

    /** Several lines of a field are one, and several signatures one presentation. */
    @Override
    public int count(Exchange exchange) {
        return exchange.headers(Rfc9421Scheme.SIGNATURE).isEmpty()
                        && exchange.headers(Rfc9421Scheme.SIGNATURE_INPUT).isEmpty()
                ? 0
                : 1;
    }

    @Override
    public @Nullable Reason read(Exchange exchange, SecretSet secrets, Claim into) {
        List<String> inputLines = exchange.headers(Rfc9421Scheme.SIGNATURE_INPUT);
        List<String> signatureLines = exchange.headers(Rfc9421Scheme.SIGNATURE);
        if (inputLines.isEmpty() && signatureLines.isEmpty()) {
            return Reason.CREDENTIAL_MISSING;
        }
        Dictionary inputs = Dictionary.parse(inputLines, LONGEST_INPUT);
        Dictionary signatures = Dictionary.parse(signatureLines, LONGEST_SIGNATURE);
        if (inputs == null
                || signatures == null
                || inputs.keys().isEmpty()
                || inputs.keys().size() > MOST_SIGNATURES
                || !inputs.hasKeysOf(signatures)) {
            return Reason.CREDENTIAL_MALFORMED;
        }
        String label = null;
        int ours = 0;
        for (String each : inputs.keys()) {
            boolean known = secrets.key(keyId(inputs.get(each))).isKnown();
            ours += known ? 1 : 0;
            label = known || label == null ? each : label;
        }
        if (ours > 1) {
            return Reason.CREDENTIAL_AMBIGUOUS;
        }
        boolean wellFormed = label != null
                && inputs.get(label) instanceof Element.InnerList member
                && signature(signatures.get(label), into.signature)
                && parameters(member.parameters(), into)
                && coverage(member, into);
        if (!wellFormed) {
            return Reason.CREDENTIAL_MALFORMED;
        }
        return into.coverage != null && into.coverage.coversTarget() ? null : Reason.SIGNATURE_INCOMPLETE;
    }

    private static @Nullable String keyId(@Nullable Element member) {
        return member != null && member.parameters().get("keyid") instanceof Bare.Text text ? text.value() : null;
    }

    /** Parameters here would be signed by nobody. */
    private static boolean signature(@Nullable Element member, byte[] into) {
        if (!(member instanceof Element.Item item && item.value() instanceof Bare.Bytes bytes)
                || !item.parameters().isEmpty()
                || bytes.value().length != into.length) {
            return false;
        }
        System.arraycopy(bytes.value(), 0, into, 0, into.length);
        return true;
    }

    private static boolean parameters(Parameters parameters, Claim into) {
        Bare algorithm = parameters.get("alg");
        boolean agrees = algorithm == null || algorithm.equals(ALGORITHM);
        if (!agrees
                || !(parameters.get("keyid") instanceof Bare.Text keyId)
                || !(parameters.get("nonce") instanceof Bare.Text nonce)
                || !(parameters.get("created") instanceof Bare.Whole created)
                || keyId.value().length() > LONGEST_KEY_ID
                || nonce.value().length() < SHORTEST_NONCE
                || !Schemes.isVisible(nonce.value())
                || !isTime(created.value())) {
            return false;
        }
        Bare expires = parameters.get("expires");
        if (expires != null) {
            if (!(expires instanceof Bare.Whole end) || !isTime(end.value()) || end.value() < created.value()) {
                return false;
            }
            into.expiresMillis = end.value() * 1_000;
        }
        into.keyId = keyId.value();
        into.once = nonce.value();
        into.signedMillis = created.value() * 1_000;
        return true;
    }

    private static boolean isTime(long seconds) {
        return seconds > 0 && seconds <= LATEST;
    }

    private static boolean coverage(Element.InnerList member, Claim into) {
        into.coverage = Coverage.read(member);
        return into.coverage != null;
    }

    @Override
    public @Nullable Reason verify(
            Exchange exchange, byte[] body, SecretSet secrets, Authorities authorities, Claim claim) {
        SignatureKey key = Schemes.lookedUp(claim);
        Coverage coverage = claim.coverage;
        SignatureBase base = coverage == null ? null : SignatureBase.of(exchange, coverage);
        if (coverage == null || base == null) {
            return Reason.SIGNATURE_WRONG;
        }
        boolean digested = coverage.coversContentDigest();
        boolean bodyFits = digested ? ContentDigest.fits(exchange.headers(Rfc9421Scheme.CONTENT_DIGEST), body) : true;
        boolean fits = false;
        for (Origin origin : authorities.candidates(exchange)) {
            byte[] text = base.under(origin);
            fits |= text != null && claim.presents(key.mac(text, text.length));
        }
        if (!key.isKnown()) {
            return Reason.CREDENTIAL_UNKNOWN;
        }
        if (!fits) {
            return Reason.SIGNATURE_WRONG;
        }
        if (!digested && body.length > 0) {
            return Reason.SIGNATURE_INCOMPLETE;
        }
        if (!bodyFits) {
            return Reason.DIGEST_WRONG;
        }
        return authorities.isEmpty() && !authorities.isOurs(authorities.received(exchange))
                ? Reason.AUTHORITY_UNKNOWN
                : null;
    }
}
