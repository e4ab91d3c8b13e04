package dev.keywright.runtime.scheme;

import dev.keywright.runtime.Exchange;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.secret.SecretValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One form of signed request: what is read from which headers, which bytes are signed, with which key, and what makes the
 * same signature come once only. A scheme holds no state of a request; that is in the {@link Claim}. Safe for use by many
 * threads.
 *
 * <p>The steps of a check call {@link #read} and then, once the body is there, {@link #verify}. Neither throws on any input,
 * and both do the same work whatever a secret or a wrong signature holds.
 */
public interface Scheme {

    /** The name in annotations. */
    String name();

    /** The headers that carry the signature itself, in lower case; no other credential may stand there. */
    List<String> credentialHeaders();

    /** What {@code WWW-Authenticate} says of it. */
    String challenge();

    /** Two schemes with the same answer may share a secret, because neither signs what the other would take for its own. */
    default String keyFamily() {
        return name();
    }

    /**
     * The key that a configured secret stands for.
     *
     * @throws IllegalArgumentException when the secret does not have the form that the scheme gives it; the message holds
     *     no value
     */
    default byte[] key(SecretValue value) {
        return value.bytes();
    }

    /** The fewest bytes that a key may have. */
    int shortestKey();

    /** Whether a request names the key that signed it; otherwise every live value of the secret is tried. */
    default boolean namesKey() {
        return false;
    }

    /** Whether a signature is for one authority, so that the application must know which are its own. */
    default boolean signsAuthority() {
        return false;
    }

    /** Whether signatures carry their time, and so can be refused when they are old or come again. */
    default boolean isDated() {
        return true;
    }

    /** How often a signature was presented, well formed or not. */
    default int count(Exchange exchange) {
        return exchange.headers(credentialHeaders().get(0)).size();
    }

    /** Reads the headers into the claim, or says why not. The time window is not looked at here. */
    @Nullable
    Reason read(Exchange exchange, SecretSet secrets, Claim into);

    /** Whether the signature is that of the request; sets the claim's key, or says why not. */
    @Nullable
    Reason verify(Exchange exchange, byte[] body, SecretSet secrets, Authorities authorities, Claim claim);
}
