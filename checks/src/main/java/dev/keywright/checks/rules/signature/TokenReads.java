package dev.keywright.checks.rules.signature;

import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Walk;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How libraries, and code without one, take a token apart without asking who signed it. */
final class TokenReads {

    /** Static methods that decode and do not verify, by the owner's simple name. */
    private static final Map<String, Set<String>> DECODERS = Map.ofEntries(
            Map.entry("JWT", Set.of("decode", "parse", "of")),
            Map.entry("SignedJWT", Set.of("parse")),
            Map.entry("PlainJWT", Set.of("parse")),
            Map.entry("JWTParser", Set.of("parse")),
            Map.entry("JWSObject", Set.of("parse")),
            Map.entry("PlainObject", Set.of("parse")),
            Map.entry("JwtHelper", Set.of("decode")),
            Map.entry("JWTUtil", Set.of("parseToken")),
            Map.entry("JWTUtils", Set.of("decodePayload")),
            Map.entry("GoogleIdToken", Set.of("parse")),
            Map.entry("IdToken", Set.of("parse")),
            Map.entry("JsonWebSignature", Set.of("parse")),
            Map.entry("TokenVerifier", Set.of("create")));

    /** Types whose making decodes. */
    private static final Set<String> MAKERS = Set.of("JWSInput");

    private static final Set<String> CLAIM_READS = Set.of(
            "getClaim",
            "getClaims",
            "getClaimAsString",
            "getClaimsMap",
            "getSubject",
            "getJWTClaimsSet",
            "getPayload",
            "getPayloads",
            "getIssuer",
            "getAudience",
            "getExpiresAt",
            "getToken",
            "readJsonContent",
            "readContentAsString",
            "getContent",
            "toJSONObject");

    private static final Set<String> JJWT_BUILDERS = Set.of("parser", "parserBuilder");
    private static final Set<String> HANDLERS =
            Set.of("JwtHandlerAdapter", "JwtHandler", "SupportedJwtVisitor", "JwtVisitor");
    private static final Set<String> UNSIGNED_CASES =
            Set.of("onClaimsJwt", "onPlaintextJwt", "onContentJwt", "onUnsecuredClaims", "onUnsecuredContent");

    private static final Set<String> BASE64 = Set.of(
            "decode", "decodeBase64", "decodeBase64Url", "parseBase64Binary", "base64UrlDecode", "decodeToString");
    private static final Set<String> DOT = Set.of("\\.", "[.]", ".");
    private static final Pattern TOKEN_WORD = Pattern.compile("(?i).*(jwt|jws|token|bearer|authori[sz]ation|header).*");

    private static final Pattern JUDGING =
            Pattern.compile("(is|check|ensure|require)?(valid|verif|signed).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern OWN_TOKEN = Pattern.compile("(get|acquire|fetch|obtain|refresh|request)\\w*Token\\w*");
    private static final Pattern OWN_KEEPER =
            Pattern.compile("(?i).*(client|template|token(provider|supplier|source))");

    private TokenReads() {}

    /** Whether an expression decodes a token without verifying it. */
    static boolean decodes(Expr expr) {
        if (expr instanceof Expr.New made) {
            return MAKERS.contains(made.type().simpleName()) && made.args().size() == 1;
        }
        return expr instanceof Expr.Call call
                && isStatic(call)
                && DECODERS.getOrDefault(call.method().owner().simpleName(), Set.of())
                        .contains(call.method().name());
    }

    /** An instance method of the same name, as SmallRye's JWTParser has it, verifies. */
    private static boolean isStatic(Expr.Call call) {
        return call.method().isStatic() || call.receiver() == null;
    }

    /** {@code validator.isValid(jwt)}, {@code new JwtAssertionToken(clientId, jwt)}: somebody else is given the whole token to judge. */
    static boolean isHandedToValidator(Expr decoded, Slice slice) {
        for (Expr expr : slice.expressions()) {
            List<Expr> handed = expr instanceof Expr.Call call
                            && JUDGING.matcher(call.method().name()).matches()
                    ? call.args()
                    : expr instanceof Expr.New made && made.type().simpleName().endsWith("AuthenticationToken")
                            ? made.args()
                            : List.of();
            if (handed.stream().anyMatch(argument -> isWhole(argument, decoded, slice))) {
                return true;
            }
        }
        return false;
    }

    /** The token itself, and no claim of it. */
    private static boolean isWhole(Expr argument, Expr decoded, Slice slice) {
        return (argument instanceof Expr.Local || argument == decoded)
                && !argument.type().isString()
                && slice.madeFrom(argument, part -> part == decoded)
                && !slice.madeFrom(
                        argument,
                        part -> part instanceof Expr.Call read
                                && CLAIM_READS.contains(read.method().name()));
    }

    /** {@code JWT.decode(tokenSource.getToken())}: the program's own, which it sends and another verifies. */
    static boolean isOwn(Expr decoded, Slice slice) {
        List<Expr> args = decoded instanceof Expr.Call call
                ? call.args()
                : decoded instanceof Expr.New made ? made.args() : List.of();
        return !args.isEmpty()
                && slice.madeFrom(
                        args.get(0),
                        part -> part instanceof Expr.Call got
                                && got.args().isEmpty()
                                && OWN_TOKEN.matcher(got.method().name()).matches()
                                && OWN_KEEPER
                                        .matcher(Naming.ofPlace(got.receiver()))
                                        .matches());
    }

    /** Whether a call reads claims from a decoded token. */
    static boolean readsClaims(Expr.Call read, Expr decoded, Slice slice) {
        return CLAIM_READS.contains(read.method().name())
                && read.receiver() != null
                && (slice.madeFrom(read.receiver(), part -> part == decoded)
                        || read.receiver() instanceof Expr.Local local && isGivenOn(local, decoded, slice));
    }

    /** {@code role(JWT.decode(token))}: a method of the program's own reads the claims of what it is handed, and asks nothing. */
    static boolean isReadInHelper(Expr decoded, Slice slice, Program program) {
        for (Expr.Call call : slice.calls()) {
            MethodDecl helper = call.args().isEmpty() ? null : program.method(call.method());
            if (helper == null
                    || helper.body() == null
                    || helper.parameters().size() != call.args().size()) {
                continue;
            }
            Slice inside = null;
            for (int i = 0; i < call.args().size(); i++) {
                if (isWhole(call.args().get(i), decoded, slice)) {
                    inside = inside == null ? new Slice(helper) : inside;
                    int parameter = helper.parameters().get(i).id();
                    if (inside.calls().stream()
                                    .noneMatch(asked -> JUDGING.matcher(
                                                    asked.method().name())
                                            .matches())
                            && inside.calls().stream()
                                    .anyMatch(read ->
                                            CLAIM_READS.contains(read.method().name())
                                                    && read.receiver() instanceof Expr.Local local
                                                    && local.id() == parameter)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** {@code Optional.of(JWT.decode(token)).map(jwt -> jwt.getSubject())}: the parameter of a step of a chain that starts there. */
    private static boolean isGivenOn(Expr.Local parameter, Expr decoded, Slice slice) {
        return slice.calls().stream()
                .anyMatch(step -> step.receiver() != null
                        && step.args().stream()
                                .anyMatch(argument -> argument instanceof Expr.Lambda lambda
                                        && lambda.parameters().stream()
                                                .anyMatch(declared -> declared.id() == parameter.id()))
                        && slice.madeFrom(step.receiver(), part -> part == decoded));
    }

    /**
     * Whether a call is jjwt's {@code parse(token)} of a parser that has a key: it takes unsigned tokens too, and gives their
     * claims.
     */
    static boolean isLenientJjwt(Expr.Call call, Slice slice) {
        return call.method().name().equals("parse")
                && call.args().size() == 1
                && call.receiver() != null
                && (call.receiver().type().simpleName().equals("JwtParser")
                        || slice.madeFrom(
                                call.receiver(),
                                part -> part instanceof Expr.Call start
                                        && JJWT_BUILDERS.contains(start.method().name())
                                        && start.method().owner().simpleName().equals("Jwts")));
    }

    /** Whether the result is cast to, or asked for being, a signed token: an unsigned one does not get through. */
    static boolean demandsSigned(Expr.Call parse, Slice slice) {
        return slice.expressions().stream()
                .anyMatch(expr -> (expr instanceof Expr.Cast cast
                                && isJws(cast.type())
                                && slice.madeFrom(cast.operand(), part -> part == parse))
                        || (expr instanceof Expr.InstanceOf test
                                && demandsJws(test.pattern())
                                && slice.madeFrom(test.operand(), part -> part == parse)));
    }

    private static boolean demandsJws(dev.keywright.checks.ir.Pattern pattern) {
        return pattern instanceof dev.keywright.checks.ir.Pattern.Type type && isJws(type.tested());
    }

    private static boolean isJws(TypeRef type) {
        return type.simpleName().equals("Jws");
    }

    /** Whether a type is a jjwt handler or visitor. */
    static boolean isHandler(TypeDecl type) {
        return type.supertypes().stream().map(TypeRef::simpleName).anyMatch(HANDLERS::contains);
    }

    static boolean isUnsignedCase(String method) {
        return UNSIGNED_CASES.contains(method);
    }

    /** The decoding of the second part of a text that was split at its dots, when the text is a token by its name. */
    static boolean decodesByHand(Expr.Call call, Slice slice) {
        if (!BASE64.contains(call.method().name()) || call.args().isEmpty()) {
            return false;
        }
        // Only tokens are written in the alphabet for URLs, part by part.
        boolean forUrls = call.receiver() != null
                && slice.madeFrom(
                        call.receiver(),
                        part -> part instanceof Expr.Call decoder
                                && decoder.method().name().equals("getUrlDecoder"));
        return slice.madeFrom(call.args().get(0), part -> isSecondPart(part, forUrls, slice));
    }

    private static boolean isSecondPart(Expr part, boolean anyName, Slice slice) {
        return part instanceof Expr.ArrayAccess access
                && access.index() instanceof Expr.Literal index
                && Integer.valueOf(1).equals(index.value())
                && slice.madeFrom(access.array(), split -> isTokenSplit(split, anyName));
    }

    private static boolean isTokenSplit(Expr expr, boolean anyName) {
        return expr instanceof Expr.Call split
                && (split.method().name().equals("split")
                        || split.method().name().equals("splitByWholeSeparator"))
                && split.args().stream()
                        .anyMatch(argument ->
                                RequestParts.constant(argument) instanceof String text && DOT.contains(text))
                && (anyName
                        || isNamedToken(split.receiver())
                        || split.args().stream().anyMatch(TokenReads::isNamedToken));
    }

    private static boolean isNamedToken(@Nullable Expr expr) {
        return expr != null
                && Walk.any(
                        expr,
                        part -> TOKEN_WORD
                                        .matcher(SignatureCheckBypassed.name(part))
                                        .matches()
                                || (part instanceof Expr.Call call
                                        && TOKEN_WORD
                                                .matcher(call.method().name().toLowerCase(Locale.ROOT))
                                                .matches()));
    }
}
