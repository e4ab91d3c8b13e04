package dev.keywright.adapters.jwt;

import static dev.keywright.adapters.jwt.Tokens.AUDIENCE;
import static dev.keywright.adapters.jwt.Tokens.EC;
import static dev.keywright.adapters.jwt.Tokens.ISSUER;
import static dev.keywright.adapters.jwt.Tokens.NOW;
import static dev.keywright.adapters.jwt.Tokens.OTHER_RSA;
import static dev.keywright.adapters.jwt.Tokens.RSA;
import static dev.keywright.adapters.jwt.Tokens.base64;
import static dev.keywright.adapters.jwt.Tokens.claims;
import static dev.keywright.adapters.jwt.Tokens.header;
import static dev.keywright.adapters.jwt.Tokens.raw;
import static dev.keywright.adapters.jwt.Tokens.set;
import static dev.keywright.adapters.jwt.Tokens.sign;
import static dev.keywright.adapters.jwt.Tokens.signer;
import static dev.keywright.adapters.jwt.Tokens.token;
import static dev.keywright.adapters.jwt.Tokens.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.token.BearerAnswer;
import dev.keywright.runtime.token.BearerToken;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JwtVerifierTest {

    private static JwtVerifier.Builder builder() {
        return JwtVerifier.builder()
                .issuer(ISSUER)
                .audiences(AUDIENCE, "shop")
                .algorithms("RS256", "ES256")
                .keys(set(RSA, EC))
                .clock(() -> NOW);
    }

    private final JwtVerifier verifier = builder().build();

    private static Reason reason(JwtVerifier verifier, String token) throws Exception {
        return verifier.verify(token) instanceof BearerAnswer.Refused refused ? refused.reason() : Reason.ADMITTED;
    }

    private Reason reason(String token) throws Exception {
        return reason(verifier, token);
    }

    private Reason reason(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return reason(token(change));
    }

    private static BearerToken genuine(JwtVerifier verifier, String token) throws Exception {
        return ((BearerAnswer.Genuine) verifier.verify(token)).token();
    }

    @Test
    void aTokenThatIsNotSignedIsNone() throws Exception {
        String plain = new PlainJWT(claims().build()).serialize();
        assertThat(reason(plain)).isEqualTo(Reason.CREDENTIAL_MALFORMED);
        String payload = base64(claims().build().toString());
        for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
            String header = base64("{\"alg\":\"" + none + "\",\"kid\":\"2026-11\"}");
            for (String signature : List.of("", "AA")) {
                String token = header + "." + payload + "." + signature;
                assertThat(reason(token)).as(none).isNotEqualTo(Reason.ADMITTED);
            }
        }
        String good = token();
        String stripped = good.substring(0, good.lastIndexOf('.') + 1);
        assertThat(reason(stripped)).isNotEqualTo(Reason.ADMITTED);
        assertThat(reason(good.substring(0, good.lastIndexOf('.')))).isEqualTo(Reason.CREDENTIAL_MALFORMED);
    }

    @Test
    void thePublicKeyIsNoSharedSecret() throws Exception {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + java.util.Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(RSA.toRSAPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        for (byte[] secret : List.of(
                RSA.toRSAPublicKey().getEncoded(),
                pem.getBytes(StandardCharsets.US_ASCII),
                RSA.toPublicJWK().toString().getBytes(StandardCharsets.US_ASCII))) {
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("2026-11").build();
            String forged = sign(header, claims().build(), new MACSigner(secret));
            assertThat(reason(forged)).isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        }
    }

    @Test
    void anAlgorithmThatIsNotConfiguredIsRefusedEvenWithTheRightKey() throws Exception {
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
            JWSHeader header = new JWSHeader.Builder(algorithm).keyID("2026-11").build();
            assertThat(reason(sign(header, claims().build()))).isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        }
    }

    @Test
    void aChangedTokenOrAnotherKeysSignatureIsRefused() throws Exception {
        String good = token();
        int payload = good.indexOf('.') + 1;
        String changed = good.substring(0, payload)
                + base64(claims().subject("eve").build().toString())
                + good.substring(good.lastIndexOf('.'));
        assertThat(reason(changed)).isEqualTo(Reason.TOKEN_SIGNATURE_WRONG);
        assertThat(reason(sign(header().build(), claims().build(), signer(OTHER_RSA))))
                .isEqualTo(Reason.TOKEN_SIGNATURE_WRONG);
        assertThat(reason(sign(header().keyID("2026-12").build(), claims().build(), signer(OTHER_RSA))))
                .isEqualTo(Reason.CREDENTIAL_UNKNOWN);
        JWSHeader es = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec-1").build();
        String other = sign(es, claims().build(), signer(Tokens.ec("ec-1")));
        assertThat(reason(other)).isEqualTo(Reason.TOKEN_SIGNATURE_WRONG);
        String zero = other.substring(0, other.lastIndexOf('.') + 1)
                + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
        assertThat(reason(zero)).as("CVE-2022-21449").isEqualTo(Reason.TOKEN_SIGNATURE_WRONG);
    }

    @Test
    void aKeyIdChoosesAmongTheConfiguredKeysAndNothingElse() throws Exception {
        for (String id : List.of(
                "",
                "unknown",
                "../../etc/passwd",
                "' OR '1'='1",
                "https://evil.example/jwks.json",
                "2026-11\u0000",
                "ec-1")) {
            assertThat(reason(sign(header().keyID(id).build(), claims().build())))
                    .as(id)
                    .isEqualTo(Reason.CREDENTIAL_UNKNOWN);
        }
        assertThat(reason(sign(header().keyID(null).build(), claims().build())))
                .as("the only RSA key")
                .isEqualTo(Reason.ADMITTED);
        JwtVerifier two = builder().keys(set(RSA, OTHER_RSA)).build();
        assertThat(reason(two, sign(header().keyID(null).build(), claims().build())))
                .as("one of two")
                .isEqualTo(Reason.CREDENTIAL_UNKNOWN);
        assertThat(reason(raw(
                        "{\"alg\":\"RS256\",\"kid\":[\"2026-11\"]}",
                        claims().build().toString())))
                .isEqualTo(Reason.CREDENTIAL_MALFORMED);
    }

    @Test
    void keysInTheTokenItselfAreNotLookedAt() throws Exception {
        try (KeyServer evil = new KeyServer(set(OTHER_RSA))) {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID("2026-12")
                    .jwkURL(evil.uri())
                    .x509CertURL(evil.uri())
                    .jwk(OTHER_RSA.toPublicJWK())
                    .build();
            assertThat(reason(sign(header, claims().build(), signer(OTHER_RSA))))
                    .isEqualTo(Reason.CREDENTIAL_UNKNOWN);
            JWSHeader withoutId = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .jwkURL(evil.uri())
                    .jwk(OTHER_RSA.toPublicJWK())
                    .build();
            assertThat(reason(sign(withoutId, claims().build(), signer(OTHER_RSA))))
                    .isEqualTo(Reason.TOKEN_SIGNATURE_WRONG);
            JWSHeader harmless = header().jwkURL(evil.uri()).build();
            assertThat(reason(sign(harmless, claims().build()))).isEqualTo(Reason.ADMITTED);
            assertThat(evil.asked).hasValue(0);
        }
    }

    @Test
    void issuerAndAudienceMustBeOurs() throws Exception {
        assertThat(reason(c -> c.issuer("https://login.example/"))).isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        assertThat(reason(c -> c.issuer("https://login.example.evil"))).isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        assertThat(reason(c -> c.issuer(null))).isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        assertThat(reason(c -> c.audience("https://api.other.example"))).isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        assertThat(reason(c -> c.audience((String) null))).isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        assertThat(reason(c -> c.audience(List.of()))).isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        assertThat(reason(c -> c.audience(List.of("https://api.other.example", "shop"))))
                .isEqualTo(Reason.ADMITTED);
        assertThat(reason(c -> c.subject(null))).isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        assertThat(reason(c -> c.subject(" "))).isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        assertThat(reason(c -> c.subject("x".repeat(300)))).isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
    }

    @Test
    void aTokenEndsAndDoesNotLiveLong() throws Exception {
        assertThat(reason(c -> c.expirationTime(null))).isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        assertThat(reason(c -> c.expirationTime(Date.from(NOW.plusSeconds(86_401)))))
                .isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        assertThat(reason(c -> c.issueTime(null).expirationTime(Date.from(NOW.plusSeconds(86_401)))))
                .isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        assertThat(reason(c -> c.issueTime(Date.from(NOW.plusSeconds(31))))).isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        String base = "\"iss\":\"" + ISSUER + "\",\"aud\":\"" + AUDIENCE + "\",\"sub\":\"ada\"";
        String head = "{\"alg\":\"RS256\",\"kid\":\"2026-11\"}";
        for (String expires : List.of(
                "\"exp\":\"never\"",
                "\"exp\":null",
                "\"exp\":true",
                "\"exp\":[1]",
                "\"exp\":1e400",
                "\"exp\":9223372036854775807",
                "\"exp\":99999999999999999999",
                "\"exp\":-1")) {
            BearerAnswer answer = verifier.verify(raw(head, "{" + base + "," + expires + "}"));
            boolean expired = answer instanceof BearerAnswer.Genuine genuine
                    && genuine.token().expiresMillis() < NOW.toEpochMilli();
            assertThat(expired || answer instanceof BearerAnswer.Refused)
                    .as(expires)
                    .isTrue();
        }
        assertThat(reason(
                        raw(head, "{" + base + ",\"exp\":" + NOW.plusSeconds(60).getEpochSecond() + "}")))
                .isEqualTo(Reason.ADMITTED);
    }

    @Test
    void timesAreHandedToTheGuardWithTheSkew() throws Exception {
        BearerToken token = genuine(verifier, token(c -> c.notBeforeTime(Date.from(NOW.plusSeconds(100)))));
        assertThat(token.expiresMillis()).isEqualTo(NOW.plusSeconds(630).toEpochMilli());
        assertThat(token.notBeforeMillis()).isEqualTo(NOW.plusSeconds(70).toEpochMilli());
        assertThat(genuine(verifier, token()).notBeforeMillis()).isEqualTo(Long.MIN_VALUE);
        assertThat(genuine(builder().clockSkew(Duration.ZERO).build(), token()).expiresMillis())
                .isEqualTo(NOW.plusSeconds(600).toEpochMilli());
    }

    @Test
    void aTokenOfAnotherTypeIsNotAnAccessToken() throws Exception {
        for (String other : List.of("logout+jwt", "secevent+jwt", "dpop+jwt", "id+jwt", "JWE", "at+jwt+x")) {
            assertThat(reason(sign(header().type(type(other)).build(), claims().build())))
                    .as(other)
                    .isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        }
        JwtVerifier strict = builder().accessTokenTypeOnly().build();
        for (String plain : List.of("JWT", "jwt")) {
            String token = sign(header().type(type(plain)).build(), claims().build());
            assertThat(reason(token)).isEqualTo(Reason.ADMITTED);
            assertThat(reason(strict, token)).isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        }
        assertThat(reason(strict, token())).isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        for (String access : List.of("at+jwt", "AT+JWT", "application/at+jwt")) {
            assertThat(reason(strict, sign(header().type(type(access)).build(), claims().build())))
                    .isEqualTo(Reason.ADMITTED);
        }
    }

    @Test
    void encryptedNestedAndOversizedTokensAreRefused() throws Exception {
        RSAKey encryption = new RSAKeyGenerator(2_048).keyUse(KeyUse.ENCRYPTION).generate();
        EncryptedJWT encrypted =
                new EncryptedJWT(new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM), claims().build());
        encrypted.encrypt(new RSAEncrypter(encryption));
        assertThat(reason(encrypted.serialize())).isEqualTo(Reason.CREDENTIAL_MALFORMED);
        assertThat(reason(sign(header().contentType("JWT").build(), claims().build())))
                .isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        assertThat(reason(c -> c.claim("x", "y".repeat(8_000)))).isEqualTo(Reason.CREDENTIAL_MALFORMED);
    }

    @Test
    void criticalHeadersAndUnencodedPayloadsAreRefused() throws Exception {
        String payload = claims().build().toString();
        assertThat(reason(raw("{\"alg\":\"RS256\",\"kid\":\"2026-11\",\"crit\":[\"exp\"],\"exp\":1}", payload)))
                .isNotEqualTo(Reason.ADMITTED);
        assertThat(reason(raw("{\"alg\":\"RS256\",\"kid\":\"2026-11\",\"crit\":[\"b64\"],\"b64\":false}", payload)))
                .isNotEqualTo(Reason.ADMITTED);
        assertThat(reason(raw("{\"alg\":\"RS256\",\"kid\":\"2026-11\",\"b64\":false}", payload)))
                .isNotEqualTo(Reason.ADMITTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"iss\":\"https://login.example\",\"aud\":\"shop\",\"sub\":\"ada\",\"sub\":\"eve\",\"exp\":1795436400}",
                "{\"iss\":\"https://evil.example\",\"iss\":\"https://login.example\",\"aud\":\"shop\",\"sub\":\"a\","
                        + "\"exp\":1795436400}",
                "{\"iss\":\"https://login.example\",\"aud\":\"shop\",\"sub\":\"a\",\"exp\":1,\"exp\":1795436400}",
                "[]",
                "null",
                "\"x\"",
                "",
                "{",
                "{\"iss\":[\"https://login.example\"],\"aud\":\"shop\",\"sub\":\"a\",\"exp\":1795436400}",
                "{\"iss\":\"https://login.example\",\"aud\":{\"shop\":1},\"sub\":\"a\",\"exp\":1795436400}",
                "{\"iss\":\"https://login.example\",\"aud\":\"shop\",\"sub\":{\"x\":1},\"exp\":1795436400}",
            })
    void claimsThatCanBeReadTwoWaysAreRefused(String payload) throws Exception {
        assertThat(reason(raw("{\"alg\":\"RS256\",\"kid\":\"2026-11\"}", payload)))
                .isIn(Reason.TOKEN_CLAIMS_WRONG, Reason.CREDENTIAL_MALFORMED);
    }

    @Test
    void aHeaderThatNamesTwoAlgorithmsIsRefused() throws Exception {
        assertThat(reason(raw(
                        "{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"2026-11\"}",
                        claims().build().toString())))
                .isEqualTo(Reason.CREDENTIAL_MALFORMED);
    }

    @Test
    void aGenuineTokenSaysWhoseItIsAndWhatItMayDo() throws Exception {
        BearerToken token = genuine(verifier, token());
        assertThat(token.owner()).isEqualTo("ada");
        assertThat(token.id()).isEqualTo("token-1");
        assertThat(token.scopes()).containsExactlyInAnyOrder("orders:read", "orders:write");
        JWSHeader es = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec-1").build();
        assertThat(genuine(verifier, sign(es, claims().build(), signer(EC))).owner())
                .isEqualTo("ada");
        assertThat(scopes(c -> c.claim("scope", null).claim("scp", List.of("a", "b", 1))))
                .containsExactlyInAnyOrder("a", "b", "1");
        assertThat(scopes(c -> c.claim("scope", null).claim("scp", "a b"))).containsExactlyInAnyOrder("a", "b");
        assertThat(scopes(c -> c.claim("scope", "  a   b "))).containsExactlyInAnyOrder("a", "b");
        assertThat(scopes(c -> c.claim("scope", "a").claim("scp", "b"))).containsExactly("a");
        assertThat(scopes(c -> c.claim("scope", null))).isEmpty();
        JwtVerifier clients =
                builder().ownerClaim("client_id").labelClaims("tenant", "n").build();
        BearerToken client = genuine(
                clients,
                token(c -> c.subject(null)
                        .claim("client_id", "cron")
                        .claim("tenant", "north")
                        .claim("n", 1)));
        assertThat(client.owner()).isEqualTo("cron");
        assertThat(client.labels()).containsOnly(java.util.Map.entry("tenant", "north"));
    }

    private Set<String> scopes(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return genuine(verifier, token(change)).scopes();
    }

    @Test
    void aSharedSecretVerifiesWhatItSigned() throws Exception {
        byte[] secret = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        JwtVerifier shared = JwtVerifier.builder()
                .issuer(ISSUER)
                .audiences(AUDIENCE)
                .algorithms("HS256")
                .sharedSecret(secret)
                .clock(() -> NOW)
                .build();
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("any").build();
        assertThat(reason(shared, sign(header, claims().build(), new MACSigner(secret))))
                .isEqualTo(Reason.ADMITTED);
        secret[0]++;
        assertThat(reason(shared, sign(header, claims().build(), new MACSigner(secret))))
                .isEqualTo(Reason.TOKEN_SIGNATURE_WRONG);
        assertThat(reason(shared, token())).isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
    }

    @Test
    void keysThatDoNotServeAreLeftOut() throws Exception {
        RSAKey small = new RSAKeyGenerator(1_024, true).keyID("small").generate();
        RSAKey encryption = new RSAKeyGenerator(2_048)
                .keyID("enc")
                .keyUse(KeyUse.ENCRYPTION)
                .generate();
        RSAKey pss = new RSAKey.Builder(OTHER_RSA)
                .keyID("pss")
                .algorithm(JWSAlgorithm.PS256)
                .build();
        OctetSequenceKey secret =
                new OctetSequenceKey.Builder(new byte[32]).keyID("oct").build();
        JwtVerifier some =
                builder().keys(set(RSA, small, encryption, pss, secret)).build();
        assertThat(reason(some, token())).isEqualTo(Reason.ADMITTED);
        for (RSAKey key : List.of(encryption, pss)) {
            assertThat(reason(some, sign(header().keyID(key.getKeyID()).build(), claims().build(), signer(key))))
                    .as(key.getKeyID())
                    .isEqualTo(Reason.CREDENTIAL_UNKNOWN);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().keys(set(small, encryption, secret)).build())
                .withMessageContaining("no public key");
    }

    @Test
    void settingsThatWouldNotBeSafeAreRefused() {
        JwtVerifier.Builder empty = JwtVerifier.builder();
        assertThatIllegalArgumentException().isThrownBy(empty::build).withMessageContaining("issuer");
        empty.issuer(ISSUER);
        assertThatIllegalArgumentException().isThrownBy(empty::build).withMessageContaining("audience");
        empty.audiences(AUDIENCE);
        assertThatIllegalArgumentException().isThrownBy(empty::build).withMessageContaining("algorithm");
        for (String name : List.of("none", "", "rs256", "HS1", "Ed448", "RSA1_5")) {
            assertThatIllegalArgumentException().as(name).isThrownBy(() -> empty.algorithms(name));
        }
        empty.algorithms("RS256");
        assertThatIllegalArgumentException().isThrownBy(empty::build).withMessageContaining("keys");
        empty.algorithms("HS256").keys(set(RSA));
        assertThatIllegalArgumentException().isThrownBy(empty::build).withMessageContaining("HS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().sharedSecret(new byte[32]).build())
                .withMessageContaining("one place");
        JwtVerifier.Builder hs =
                JwtVerifier.builder().issuer(ISSUER).audiences(AUDIENCE).algorithms("HS512");
        assertThatIllegalArgumentException().isThrownBy(hs::build).withMessageContaining("sharedSecret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hs.sharedSecret(new byte[63]).build())
                .withMessageContaining("64");
        for (String uri : List.of(
                "http://login.example/jwks",
                "ftp://localhost/jwks",
                "file:///etc/jwks",
                "jwks.json",
                "http://127.0.0.1.evil.example/",
                "https://user:pass@login.example/",
                "http://8.8.8.8/")) {
            assertThatIllegalArgumentException()
                    .as(uri)
                    .isThrownBy(() -> builder().keysFrom(URI.create(uri)));
        }
        for (String json : List.of("", "{}", "[]", "{\"keys\":[]}", "{\"keys\":[{}]}", "{\"keys\":1}", "null")) {
            assertThatIllegalArgumentException()
                    .as(json)
                    .isThrownBy(() -> builder().keys(json).build());
        }
        assertThatIllegalArgumentException().isThrownBy(() -> builder().clockSkew(Duration.ofHours(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder().maxLifetime(Duration.ZERO));
    }

    @Test
    void noMangledTokenEscapesAsAnExceptionOrGetsIn() throws Exception {
        Random random = new Random(20261123);
        String good = token();
        int signature = good.lastIndexOf('.') + 1;
        String alphabet = "ABCDEFabcdef0189-_.=+/~{}\"";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder mangled = new StringBuilder(good);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                // The last digit of a signature holds bits that mean nothing.
                int at = random.nextInt(mangled.length() - 1);
                char c = alphabet.charAt(random.nextInt(alphabet.length()));
                switch (random.nextInt(3)) {
                    case 0 -> mangled.setCharAt(at, c);
                    case 1 -> mangled.insert(at, c);
                    default -> mangled.deleteCharAt(at);
                }
            }
            String token = mangled.toString();
            BearerAnswer answer = verifier.verify(token);
            boolean same = token.equals(good)
                    || (token.startsWith(good.substring(0, signature))
                            && new com.nimbusds.jose.util.Base64URL(token.substring(signature))
                                    .decodeToString()
                                    .equals(new com.nimbusds.jose.util.Base64URL(good.substring(signature))
                                            .decodeToString()));
            assertThat(answer instanceof BearerAnswer.Refused || same).as(token).isTrue();
        }
        String deep = raw("{\"alg\":\"RS256\",\"kid\":\"2026-11\",\"x\":" + "[".repeat(2_500) + "}", "{}");
        assertThat(reason(deep)).isEqualTo(Reason.CREDENTIAL_MALFORMED);
    }
}
