package dev.keywright.adapters.jwt;

import static dev.keywright.adapters.jwt.Tokens.AUDIENCE;
import static dev.keywright.adapters.jwt.Tokens.ISSUER;
import static dev.keywright.adapters.jwt.Tokens.NOW;
import static dev.keywright.adapters.jwt.Tokens.RSA;
import static dev.keywright.adapters.jwt.Tokens.base64;
import static dev.keywright.adapters.jwt.Tokens.claims;
import static dev.keywright.adapters.jwt.Tokens.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import dev.keywright.runtime.audit.Reason;
import dev.keywright.runtime.token.BearerAnswer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Tokens signed with Ed25519. */
final class Ed25519Test {

    /** RFC 8037, appendix A.2 and A.4. */
    private static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    private static final String EXAMPLE = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
            + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

    private final KeyPair pair = pair();

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OctetKeyPair jwk(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point))
                .keyID("ed")
                .build();
    }

    private String token(String algorithm, PrivateKey key) throws Exception {
        String input = base64("{\"alg\":\"" + algorithm + "\",\"kid\":\"ed\"}") + "."
                + base64(claims().build().toString());
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(key);
        signer.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
    }

    private JwtVerifier verifier(String... algorithms) {
        return JwtVerifier.builder()
                .issuer(ISSUER)
                .audiences(AUDIENCE)
                .algorithms(algorithms)
                .keys(set(jwk(pair), RSA))
                .clock(() -> NOW)
                .build();
    }

    private static Reason reason(BearerAnswer answer) {
        return ((BearerAnswer.Refused) answer).reason();
    }

    @Test
    void theExampleOfTheSpecificationVerifiesAndWithOneByteChangedDoesNot() throws Exception {
        Ed25519Verifier verifier =
                new Ed25519Verifier(new OctetKeyPair.Builder(Curve.Ed25519, new Base64URL(X)).build());
        JWSObject example = JWSObject.parse(EXAMPLE);
        assertThat(example.verify(verifier)).isTrue();
        byte[] signature = example.getSignature().decode();
        for (int i = 0; i < signature.length; i++) {
            byte[] changed = signature.clone();
            changed[i] ^= 1;
            assertThat(verifier.verify(example.getHeader(), example.getSigningInput(), Base64URL.encode(changed)))
                    .as("byte " + i)
                    .isFalse();
        }
        for (int length : new int[] {0, 1, 63, 65}) {
            byte[] other = Arrays.copyOf(signature, length);
            assertThat(verifier.verify(example.getHeader(), example.getSigningInput(), Base64URL.encode(other)))
                    .as("%d bytes", length)
                    .isFalse();
        }
    }

    @Test
    void aTokenIsTakenUnderTheNameThatIsConfigured() throws Exception {
        assertThat(verifier("EdDSA").verify(token("EdDSA", pair.getPrivate())))
                .isInstanceOf(BearerAnswer.Genuine.class);
        assertThat(verifier("Ed25519").verify(token("Ed25519", pair.getPrivate())))
                .isInstanceOf(BearerAnswer.Genuine.class);
        assertThat(reason(verifier("Ed25519").verify(token("EdDSA", pair.getPrivate()))))
                .isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
        assertThat(reason(verifier("RS256").verify(token("EdDSA", pair.getPrivate()))))
                .isEqualTo(Reason.TOKEN_CLAIMS_WRONG);
    }

    @Test
    void anotherKeyOrAChangedTokenIsRefused() throws Exception {
        String good = token("EdDSA", pair.getPrivate());
        assertThat(reason(verifier("EdDSA").verify(token("EdDSA", pair().getPrivate()))))
                .isEqualTo(Reason.TOKEN_SIGNATURE_WRONG);
        String[] parts = good.split("\\.");
        String changed = base64(claims().claim("scope", "admin").build().toString());
        assertThat(reason(verifier("EdDSA").verify(parts[0] + "." + changed + "." + parts[2])))
                .isEqualTo(Reason.TOKEN_SIGNATURE_WRONG);
        assertThat(reason(verifier("EdDSA", "RS256").verify(good.replace(parts[0], base64("{\"alg\":\"RS256\"}")))))
                .isEqualTo(Reason.TOKEN_SIGNATURE_WRONG);
    }

    @Test
    void anotherCurveOrAKeyOfAnotherLengthVerifiesNothing() {
        OctetKeyPair exchange = new OctetKeyPair.Builder(Curve.X25519, new Base64URL(X))
                .keyID("ed")
                .build();
        assertThatExceptionOfType(JOSEException.class).isThrownBy(() -> new Ed25519Verifier(exchange));
        OctetKeyPair brief = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(new byte[31])).build();
        assertThatExceptionOfType(JOSEException.class).isThrownBy(() -> new Ed25519Verifier(brief));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JwtVerifier.builder()
                        .issuer(ISSUER)
                        .audiences(AUDIENCE)
                        .algorithms("EdDSA")
                        .keys(set(exchange))
                        .build());
    }
}
