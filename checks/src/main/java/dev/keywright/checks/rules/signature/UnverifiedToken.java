package dev.keywright.checks.rules.signature;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Modifier;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.Variable;
import dev.keywright.checks.ir.Words;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Flags JSON Web Tokens that are believed without their signature being verified, parsers told to accept unsigned ones, and
 * tokens built without an expiry.
 */
@AutoService(Rule.class)
public final class UnverifiedToken implements DeclarationRule {

    private static final RuleInfo INFO = new RuleInfo(
            "UnverifiedToken",
            List.of(347, 613),
            Severity.ERROR,
            "Flags tokens that are believed without verification, unsigned tokens, and tokens that never expire.");

    private static final Set<String> UNSIGNED_PARSING =
            Set.of("parseClaimsJwt", "parsePlaintextJwt", "parseUnsecuredClaims", "parseUnsecuredContent");
    private static final Set<String> SWITCHES =
            Set.of("setSkipSignatureVerification", "setDisableRequireSignature", "setSkipAllValidators");
    private static final Set<String> NONE_OWNERS =
            Set.of("Algorithm", "SignatureAlgorithm", "AlgorithmIdentifiers", "SIG");
    private static final Set<String> VERIFYING =
            Set.of("verify", "process", "validate", "processToClaims", "parseClaimsJws", "parseSignedClaims");
    private static final Set<String> EXPIRY = Set.of(
            "setExpiration",
            "expiration",
            "withExpiresAt",
            "expirationTime",
            "setExpirationTimeMinutesInTheFuture",
            "expiresAt");
    private static final Pattern VERIFYING_TOKEN = Pattern.compile(
            "(decodeAnd)?verif(y|ied).*(token|jwt|jws|signature)|decodeAndVerify|validate.*(token|jwt|signature)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VERIFYING_BY_HAND = Pattern.compile(
            "doFinal|verif.*|initVerify|checkSignature|isEqual|validate.*|hmac.*|sign", Pattern.CASE_INSENSITIVE);
    /** What Google's tokens are asked about themselves. */
    private static final Set<String> CLAIM_CHECKS =
            Set.of("verifyIssuer", "verifyAudience", "verifyTime", "verifyExpirationTime", "verifyIssuedAtTime");

    /** Within the names of every type of a library that this rule knows. */
    private static final Words LIBRARIES = Words.holding(
            "jwt",
            "Jwt",
            "JWT",
            "JWS",
            "JsonWebSignature",
            "IdToken",
            "TokenVerifier",
            "PlainObject",
            "AlgorithmConstraints",
            "AlgorithmIdentifiers");

    private static final Words SWITCHED = Words.of(Stream.of(
                    UNSIGNED_PARSING,
                    SWITCHES,
                    Set.of("unsecured", "none", "NONE", "NO_CONSTRAINTS", "ALLOW_ONLY_NONE"))
            .flatMap(Set::stream)
            .toList());
    private static final Words LATER = Words.of(Set.of("after", "isAfter", "before", "isBefore"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(TypeDecl type, RuleContext context) {
        if (!context.file().mayMention("jwt", "Jwt", "JWT", "JWS", "oken", "uthorization", "earer")
                || !mayBeIn(context.program(), context.file())) {
            return;
        }
        Map<MethodDecl, Slice> slices = new LinkedHashMap<>();
        for (MethodDecl method : type.methods()) {
            if (method.body() != null) {
                slices.put(method, context.slice(method));
            }
        }
        checkHandler(type, context);
        if (context.file().mayMention("verifyAudience", "verifyIssuer")) {
            checkClaimsOnly(slices, context);
        }
        boolean anywhere = slices.values().stream().anyMatch(UnverifiedToken::verifies);
        boolean byHand = anywhere || slices.values().stream().anyMatch(UnverifiedToken::mayVerifyByHand);
        slices.forEach((method, slice) -> {
            slice.expressions().forEach(expr -> checkNone(expr, slice, context));
            boolean verified = isVerified(method, slice, slices, context.program());
            for (Expr.Call call : slice.calls()) {
                checkParsing(call, slice, context);
                checkLenient(call, slice, context);
                checkExpiry(call, slice, context);
                if (!byHand) {
                    checkByHand(call, slice, context);
                }
            }
            for (Expr expr : slice.expressions()) {
                AbsentExpiry.check(expr, slice, context);
                if (!verified) {
                    checkDecoding(expr, slice, anywhere ? Severity.WARNING : Severity.ERROR, context);
                }
            }
        });
    }

    /** Without a library for tokens, a split text that is decoded or an expiry that is compared, nothing is found. */
    private static boolean mayBeIn(Program program, SourceFile file) {
        return program.mayMention(LIBRARIES)
                || file.mayMention(SWITCHED)
                || file.mayMention(LATER)
                || file.mayMention("split") && file.mayMention("ecode", "parseBase64Binary");
    }

    /** Whether a method verifies tokens itself, by a method that it calls, or before it is called as a helper. */
    private static boolean isVerified(MethodDecl method, Slice slice, Map<MethodDecl, Slice> slices, Program program) {
        if (verifies(slice)) {
            return true;
        }
        for (Expr.Call call : slice.calls()) {
            MethodDecl helper = program.method(call.method());
            if (helper != null && helper.body() != null && verifies(new Slice(helper))) {
                return true;
            }
        }
        return method.modifiers().contains(Modifier.PRIVATE)
                && slices.values().stream()
                        .anyMatch(caller -> verifies(caller)
                                && caller.calls().stream().anyMatch(call -> program.method(call.method()) == method));
    }

    private static boolean verifies(Slice slice) {
        return slice.calls().stream().anyMatch(UnverifiedToken::isVerification);
    }

    private static boolean mayVerifyByHand(Slice slice) {
        return slice.calls().stream()
                .anyMatch(
                        call -> VERIFYING_BY_HAND.matcher(call.method().name()).matches());
    }

    private static void checkParsing(Expr.Call call, Slice slice, RuleContext context) {
        String name = call.method().name();
        boolean switched = SWITCHES.contains(name)
                && !isFirstPass(call, slice)
                // A builder hands on what its own switch says; who sets that is told of it.
                && (call.args().isEmpty()
                        || call.args().get(0) instanceof Expr.Literal literal && Boolean.TRUE.equals(literal.value()));
        boolean jjwtUnsecured = name.equals("unsecured") && call.args().isEmpty() && chain(call, "parser");
        if (UNSIGNED_PARSING.contains(name) || switched || jjwtUnsecured) {
            context.report(call.nameSpan(), Messages.unsecured("'" + name + "'"), List.of());
        }
    }

    /** The token is read once to find its key, and once more with the key. */
    private static boolean isFirstPass(Expr.Call call, Slice slice) {
        return slice.calls().stream()
                .anyMatch(second -> second.method().name().startsWith("setVerificationKey")
                        && second.span().start() > call.span().end());
    }

    private static void checkNone(Expr expr, Slice slice, RuleContext context) {
        UnsignedTokens.check(expr, slice, context);
        boolean call = expr instanceof Expr.Call none
                && none.method().name().equals("none")
                && none.args().isEmpty()
                && none.method().owner().simpleName().equals("Algorithm");
        boolean unconstrained = expr instanceof Expr.Field open
                && open.owner().simpleName().equals("AlgorithmConstraints")
                && (open.name().equals("NO_CONSTRAINTS") || open.name().equals("ALLOW_ONLY_NONE"));
        if (unconstrained) {
            context.report(expr.span(), Messages.unsecured("A parser without algorithm constraints"), List.of());
        }
        boolean constant = expr instanceof Expr.Field field
                && field.name().equals("NONE")
                && NONE_OWNERS.contains(field.owner().simpleName())
                && usedForSigning(slice, field);
        if (call || constant) {
            context.report(expr.span(), Messages.unsecured("The algorithm 'none'"), List.of());
        }
    }

    /** A token that is asked about its issuer, its audience and its time, in a class that never asks about a signature. */
    private static void checkClaimsOnly(Map<MethodDecl, Slice> slices, RuleContext context) {
        boolean signature = slices.values().stream()
                .flatMap(slice -> slice.calls().stream())
                .anyMatch(call -> call.method().name().contains("ignature"));
        if (signature) {
            return;
        }
        slices.forEach((method, slice) -> {
            for (Variable parameter : method.parameters()) {
                long checks = slice.calls().stream()
                        .filter(call -> call.receiver() instanceof Expr.Local token && token.id() == parameter.id())
                        .map(call -> call.method().name())
                        .filter(CLAIM_CHECKS::contains)
                        .distinct()
                        .count();
                if (checks > 1) {
                    context.report(method.nameSpan(), Messages.CLAIMS_ONLY, List.of());
                }
            }
        });
    }

    /** A comparison with NONE refuses it; only handing it to a builder, parser or verifier accepts it. */
    private static boolean usedForSigning(Slice slice, Expr.Field none) {
        return slice.calls().stream()
                .anyMatch(call -> call.args().contains(none)
                        && (call.method().name().toLowerCase(Locale.ROOT).contains("sign")
                                || call.method().name().toLowerCase(Locale.ROOT).contains("algorithm")));
    }

    private static void checkDecoding(Expr expr, Slice slice, Severity severity, RuleContext context) {
        if (TokenReads.decodes(expr)
                && !TokenReads.isHandedToValidator(expr, slice)
                && !TokenReads.isOwn(expr, slice)
                && (slice.calls().stream().anyMatch(read -> TokenReads.readsClaims(read, expr, slice))
                        || TokenReads.isReadInHelper(expr, slice, context.program()))) {
            context.report(severity, expr.span(), Messages.DECODED_ONLY, List.of(), null);
        }
    }

    /** Claims that are taken from the token by hand, in a class that verifies nothing and computes no MAC. */
    private static void checkByHand(Expr.Call call, Slice slice, RuleContext context) {
        if (TokenReads.decodesByHand(call, slice)) {
            context.report(Severity.WARNING, call.span(), Messages.DECODED_ONLY, List.of(), null);
        }
    }

    private static void checkLenient(Expr.Call call, Slice slice, RuleContext context) {
        if (TokenReads.isLenientJjwt(call, slice) && !TokenReads.demandsSigned(call, slice)) {
            context.report(call.nameSpan(), Messages.LENIENT_PARSE, List.of());
        }
    }

    private static void checkHandler(TypeDecl type, RuleContext context) {
        if (!TokenReads.isHandler(type)) {
            return;
        }
        for (MethodDecl method : type.methods()) {
            if (method.body() != null
                    && TokenReads.isUnsignedCase(method.name())
                    && !Outcome.alwaysThrows(method.body())) {
                context.report(method.nameSpan(), Messages.UNSIGNED_CASE, List.of());
            }
        }
    }

    private static void checkExpiry(Expr.Call call, Slice slice, RuleContext context) {
        String name = call.method().name();
        boolean jjwt = name.equals("compact") && call.args().isEmpty() && chain(call, "builder", slice);
        boolean javaJwt = name.equals("sign") && call.args().size() == 1 && chain(call, "create", slice);
        if ((jjwt || javaJwt)
                && !slice.madeFrom(call, UnverifiedToken::setsExpiry)
                && !slice.madeFrom(call, part -> isHandedIn(part) && !isMadeHere((Expr.Call) part, slice))
                && !slice.madeFrom(call, UnverifiedToken::namesExpiry)) {
            context.report(Severity.WARNING, call.nameSpan(), Messages.NO_EXPIRY, List.of(), null);
        }
    }

    /** Claims that come from elsewhere as a whole may well hold the expiry. */
    private static boolean isHandedIn(Expr expr) {
        return expr instanceof Expr.Call call
                && (call.method().name().equals("claims")
                        || call.method().name().equals("setClaims")
                        || call.method().name().equals("addClaims")
                        || call.method().name().equals("withPayload"));
    }

    /** A map that the method itself has made and filled. */
    private static boolean isMadeHere(Expr.Call claims, Slice slice) {
        return claims.args().size() == 1
                && claims.args().get(0) instanceof Expr.Local local
                && slice.expressions().stream()
                        .anyMatch(expr -> expr instanceof Expr.New made
                                && made.args().isEmpty()
                                && made.type().simpleName().endsWith("HashMap")
                                && slice.madeFrom(local, part -> part == made))
                && slice.calls().stream()
                        .noneMatch(call ->
                                call != claims && call.args().stream().anyMatch(argument -> isSame(argument, local))
                                        || call.method().name().equals("putAll") && isSame(call.receiver(), local));
    }

    private static boolean isSame(@Nullable Expr expr, Expr.Local local) {
        return expr instanceof Expr.Local other && other.id() == local.id();
    }

    /** {@code claims.put("exp", …)}, {@code claims.put(Claims.EXPIRATION, …)}. */
    private static boolean namesExpiry(Expr expr) {
        return expr instanceof Expr.Literal literal && "exp".equals(literal.value())
                || expr instanceof Expr.Field field
                        && field.name().toLowerCase(Locale.ROOT).contains("exp");
    }

    private static boolean setsExpiry(Expr expr) {
        return expr instanceof Expr.Call call
                && (EXPIRY.contains(call.method().name())
                        || (call.method().name().toLowerCase(Locale.ROOT).contains("claim")
                                && !call.args().isEmpty()
                                && "exp"
                                        .equals(RequestParts.constant(
                                                call.args().get(0)))));
    }

    private static boolean isVerification(Expr.Call call) {
        String owner = call.method().owner().simpleName();
        if (VERIFYING_TOKEN.matcher(call.method().name()).matches()) {
            return true;
        }
        return VERIFYING.contains(call.method().name())
                && !owner.equals("Objects")
                && (owner.contains("JWT")
                        || owner.contains("Jwt")
                        || owner.contains("Verif")
                        || owner.contains("Parser")
                        || owner.contains("JWS")
                        || owner.contains("Processor")
                        || owner.endsWith("Provider")
                        || owner.equals("?"));
    }

    private static boolean chain(Expr.Call call, String start) {
        Expr current = call;
        while (current instanceof Expr.Call link) {
            if (link.method().name().equals(start) || link.method().name().equals(start + "Builder")) {
                return true;
            }
            current = link.receiver();
        }
        return false;
    }

    private static boolean chain(Expr.Call call, String start, Slice slice) {
        return slice.madeFrom(
                call,
                part -> part instanceof Expr.Call made
                        && made.method().name().equals(start)
                        && (made.method().owner().simpleName().equals("Jwts")
                                || made.method().owner().simpleName().equals("JWT")));
    }
}
