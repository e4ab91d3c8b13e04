package dev.keywright.adapters.spring;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The {@code keywright.jwt.*} properties. A shared secret is not among them: {@code keywright.jwt.secret-name} is its name, and it
 * is found as secrets for signatures are.
 *
 * @param issuer the one issuer; there is a JWT verifier when it is set
 * @param audiences the names of this application, of which a token must name one
 * @param algorithms the algorithms that tokens may be signed with
 * @param jwksUri where the public keys are fetched from
 * @param jwks the public keys, as a JSON Web Key Set
 * @param secretName the name of the secret for HS256, HS384 and HS512
 * @param ownerClaim the claim that says on whose behalf the bearer acts
 * @param labelClaims further claims to hand to handlers
 * @param accessTokenTypeOnly whether only tokens of the type at+jwt are accepted
 * @param clockSkew how far clocks may be apart
 * @param maxLifetime how long a token may be valid in all
 */
@ConfigurationProperties("keywright.jwt")
public record JwtProperties(
        @Nullable String issuer,
        @DefaultValue List<String> audiences,
        @DefaultValue("RS256") List<String> algorithms,
        @Nullable URI jwksUri,
        @Nullable Resource jwks,
        @Nullable String secretName,
        @DefaultValue("sub") String ownerClaim,
        @DefaultValue List<String> labelClaims,
        @DefaultValue("false") boolean accessTokenTypeOnly,
        @Nullable Duration clockSkew,
        @Nullable Duration maxLifetime) {}
