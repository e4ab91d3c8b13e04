package dev.keywright.runtime;

import dev.keywright.annotations.internal.grammar.Names;
import dev.keywright.annotations.internal.grammar.Scopes;
import dev.keywright.annotations.internal.grammar.SizeGrammar;
import java.util.List;

/**
 * The caller presents a bearer token, as {@code Authorization: Bearer <token>} (RFC 6750, section 2.1).
 *
 * @param verifier the name of the verifier, empty for the default one
 * @param bodyLimitBytes the largest body in bytes, -1 for no limit of ours
 * @param scopes the scopes that the token must hold, all of them
 */
public record BearerPolicy(String verifier, long bodyLimitBytes, List<String> scopes) implements CredentialPolicy {

    public BearerPolicy {
        if (!verifier.isEmpty()) {
            Names.checkStore(verifier);
        }
        scopes = List.copyOf(scopes);
        scopes.forEach(Scopes::check);
    }

    /**
     * Reads the attributes of an annotation.
     *
     * @throws IllegalArgumentException when one does not follow its grammar
     */
    public static BearerPolicy of(String verifier, String bodyLimit, String... scopes) {
        return new BearerPolicy(verifier, bodyLimit.isEmpty() ? -1 : SizeGrammar.parse(bodyLimit), List.of(scopes));
    }
}
