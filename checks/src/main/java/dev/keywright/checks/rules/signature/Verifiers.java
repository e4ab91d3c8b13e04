package dev.keywright.checks.rules.signature;

import dev.keywright.checks.ir.Expr;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The methods of libraries that verify a signature, a token or a password, by their owner's simple name. */
final class Verifiers {

    /** Those that answer with a boolean. */
    private static final Map<String, Set<String>> ANSWERS = Map.ofEntries(
            Map.entry("Signature", Set.of("verify")),
            Map.entry("MessageDigest", Set.of("isEqual")),
            Map.entry("PasswordEncoder", Set.of("matches")),
            Map.entry("BCryptPasswordEncoder", Set.of("matches")),
            Map.entry("Argon2PasswordEncoder", Set.of("matches")),
            Map.entry("Pbkdf2PasswordEncoder", Set.of("matches")),
            Map.entry("SCryptPasswordEncoder", Set.of("matches")),
            Map.entry("DelegatingPasswordEncoder", Set.of("matches")),
            Map.entry("BCrypt", Set.of("checkpw", "check")),
            Map.entry("BcryptUtil", Set.of("matches")),
            Map.entry("SCryptUtil", Set.of("check")),
            Map.entry("OpenBSDBCrypt", Set.of("checkPassword")),
            Map.entry("Argon2", Set.of("verify")),
            Map.entry("PasswordMatcher", Set.of("doCredentialsMatch")),
            Map.entry("Password", Set.of("check")),
            Map.entry("SignedJWT", Set.of("verify")),
            Map.entry("JWSObject", Set.of("verify")),
            Map.entry("JWSVerifier", Set.of("verify")),
            Map.entry("JsonWebSignature", Set.of("verifySignature")),
            Map.entry("JWTUtil", Set.of("verify")),
            Map.entry("RSAProvider", Set.of("verify")),
            Map.entry("HMACProvider", Set.of("verify")),
            Map.entry("PGPSignature", Set.of("verify", "verifyCertification")),
            Map.entry("SignerInformation", Set.of("verify")),
            Map.entry("Signer", Set.of("verifySignature")),
            Map.entry("RequestValidator", Set.of("validate", "validateBody")),
            Map.entry("SlackSignature.Verifier", Set.of("isValid")),
            Map.entry("Verifier", Set.of("isValid")),
            Map.entry("WebhooksHelper", Set.of("isValidWebhookEventSignature", "verifySignature")),
            Map.entry("LineSignatureValidator", Set.of("validateSignature")),
            Map.entry("AlipaySignature", Set.of("rsaCheckV1", "rsaCheckV2", "rsaCheck", "rsaCertCheckV1", "verifyV1")),
            Map.entry("WXPayUtil", Set.of("isSignatureValid")),
            Map.entry("Ed25519", Set.of("verify")));

    /** Those that throw when the signature is wrong. */
    private static final Map<String, Set<String>> THROWS = Map.ofEntries(
            Map.entry("Webhook", Set.of("constructEvent", "verify")),
            Map.entry("Event", Set.of("constructEvent")),
            Map.entry("WebhookSignature", Set.of("verifyHeader")),
            Map.entry("PublicKeyVerify", Set.of("verify")),
            Map.entry("JWTVerifier", Set.of("verify")),
            Map.entry("JwtParser", Set.of("parseClaimsJws", "parseSignedClaims", "parseSignedContent")),
            Map.entry("JwtDecoder", Set.of("decode")),
            Map.entry("NimbusJwtDecoder", Set.of("decode")),
            Map.entry("JWTProcessor", Set.of("process")),
            Map.entry("ConfigurableJWTProcessor", Set.of("process")),
            Map.entry("DefaultJWTProcessor", Set.of("process")),
            Map.entry("JwtConsumer", Set.of("process", "processToClaims")),
            Map.entry("FirebaseAuth", Set.of("verifyIdToken", "verifySessionCookie")),
            Map.entry("X509Certificate", Set.of("verify")),
            Map.entry("Mac", Set.of("verifyMac")));

    private static final Set<String> ANSWERING =
            ANSWERS.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> THROWING =
            THROWS.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private Verifiers() {}

    /** Whether one of the methods that answer is called so. */
    static boolean mayAnswer(String name) {
        return ANSWERING.contains(name);
    }

    /** Whether one of the methods that throw is called so. */
    static boolean mayThrow(String name) {
        return THROWING.contains(name);
    }

    static boolean answers(Expr.Call call) {
        return has(ANSWERS, call);
    }

    static boolean throwing(Expr.Call call) {
        return has(THROWS, call);
    }

    private static boolean has(Map<String, Set<String>> table, Expr.Call call) {
        return table.getOrDefault(call.method().owner().simpleName(), Set.of())
                .contains(call.method().name());
    }
}
