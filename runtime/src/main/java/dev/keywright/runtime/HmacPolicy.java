package dev.keywright.runtime;

import dev.keywright.annotations.internal.grammar.DurationGrammar;
import dev.keywright.annotations.internal.grammar.Names;
import dev.keywright.annotations.internal.grammar.SizeGrammar;
import dev.keywright.runtime.scheme.Scheme;
import dev.keywright.runtime.scheme.Schemes;
import java.time.Duration;
import java.util.Objects;

/**
 * The caller signs the request.
 *
 * @param scheme the name of a scheme that this version enforces
 * @param secretName the name of the secret in the configuration
 * @param tolerance how old a signature may be
 * @param bodyLimitBytes the largest body in bytes
 */
public record HmacPolicy(String scheme, String secretName, Duration tolerance, long bodyLimitBytes)
        implements CredentialPolicy {

    public HmacPolicy {
        if (Schemes.find(scheme) == null) {
            throw new IllegalArgumentException(Messages.unknownScheme(scheme));
        }
        Names.checkSecret(secretName);
    }

    /** What the scheme is. */
    Scheme rules() {
        return Objects.requireNonNull(Schemes.find(scheme));
    }

    /**
     * Reads the attributes of an annotation.
     *
     * @throws IllegalArgumentException when one does not follow its grammar, or the scheme is not enforced by this version
     */
    public static HmacPolicy of(String scheme, String secretName, String tolerance, String bodyLimit) {
        return new HmacPolicy(scheme, secretName, DurationGrammar.parse(tolerance), SizeGrammar.parse(bodyLimit));
    }
}
