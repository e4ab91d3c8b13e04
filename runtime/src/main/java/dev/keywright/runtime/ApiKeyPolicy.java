package dev.keywright.runtime;

import dev.keywright.annotations.internal.grammar.Names;
import dev.keywright.annotations.internal.grammar.Scopes;
import dev.keywright.annotations.internal.grammar.SizeGrammar;
import java.util.List;

/**
 * The caller presents an API key.
 *
 * @param header the header that carries the key; {@code Authorization: ApiKey <key>} is read as well
 * @param store the name of the key store, empty for the default one
 * @param bodyLimitBytes the largest body in bytes, -1 for no limit of ours
 * @param scopes the scopes that the key must hold, all of them
 */
public record ApiKeyPolicy(String header, String store, long bodyLimitBytes, List<String> scopes)
        implements CredentialPolicy {

    public ApiKeyPolicy {
        Names.checkHeader(header);
        if (!store.isEmpty()) {
            Names.checkStore(store);
        }
        scopes = List.copyOf(scopes);
        scopes.forEach(Scopes::check);
    }

    /**
     * Reads the attributes of an annotation.
     *
     * @throws IllegalArgumentException when one does not follow its grammar
     */
    public static ApiKeyPolicy of(String header, String store, String bodyLimit, String... scopes) {
        return new ApiKeyPolicy(
                header, store, bodyLimit.isEmpty() ? -1 : SizeGrammar.parse(bodyLimit), List.of(scopes));
    }
}
