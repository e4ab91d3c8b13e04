package dev.keywright.processor.descriptor;

import java.util.List;

/** One credential that an endpoint demands. The attributes are valid and kept as the user wrote them. */
public sealed interface Credential {

    /**
     * An API key.
     *
     * @param header the header that carries the key
     * @param store the name of the key store; empty for the default one
     * @param bodyLimit a size, or empty
     * @param scopes the scopes that the key must hold, all of them
     */
    record ApiKey(String header, String store, String bodyLimit, List<String> scopes) implements Credential {

        public ApiKey {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * A bearer token.
     *
     * @param verifier the name of the verifier; empty for the default one
     * @param bodyLimit a size, or empty
     * @param scopes the scopes that the token must hold, all of them
     */
    record Bearer(String verifier, String bodyLimit, List<String> scopes) implements Credential {

        public Bearer {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * A signature.
     *
     * @param scheme the name of the scheme's constant
     * @param secretName the name of the secret
     * @param tolerance a duration
     * @param bodyLimit a size
     */
    record Hmac(String scheme, String secretName, String tolerance, String bodyLimit) implements Credential {}
}
