package net.acme.seventh;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;

class IdTokens {

    private final Options options;

    IdTokens(Options options) {
        this.options = options;
    }

    IDTokenValidator asked(Issuer issuer, ClientID client, JWSAlgorithm algorithm) {
        if (algorithm == null) {
            if (!options.isAllowUnsignedIdTokens()) {
                throw new IllegalStateException("unsigned");
            }
            return new IDTokenValidator(issuer, client);
        }
        return new IDTokenValidator(issuer, client, algorithm, options.keys());
    }

    IDTokenValidator plain(Issuer issuer, ClientID client, JWSAlgorithm algorithm) {
        if ("none".equals(algorithm.getName())) {
            return new IDTokenValidator(issuer, client); // BUG: UnverifiedToken
        }
        return new IDTokenValidator(issuer, client, algorithm, options.keys());
    }
}
