package dev.keywright.checks.rules.signature;

import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Stmt;
import dev.keywright.checks.ir.Walk;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The calls of one method that verify something and answer with a boolean. */
record Checks(Slice slice, List<Verification> verifications) {

    /** Library methods that answer a verification with a boolean that must not be lost, by the owner's simple name. */
    private static final Map<String, Set<String>> ANSWERS = Map.of(
            "Signature", Set.of("verify"),
            "MessageDigest", Set.of("isEqual"),
            "PasswordEncoder", Set.of("matches"),
            "BCryptPasswordEncoder", Set.of("matches"),
            "DelegatingPasswordEncoder", Set.of("matches"),
            "BCrypt", Set.of("checkpw", "check"),
            "SignedJWT", Set.of("verify"),
            "JWSObject", Set.of("verify"),
            "JWSVerifier", Set.of("verify"),
            "PublicKeyVerify", Set.of("verify"));

    private static final Set<String> COMPARES =
            Set.of("equals", "isEqual", "matches", "verify", "checkpw", "equalsIgnoreCase");

    /** Whether a call's answer, dropped on the floor, is a verification that never refuses. */
    boolean isIgnorable(Expr.Call call) {
        String owner = call.method().owner().simpleName();
        boolean known =
                ANSWERS.getOrDefault(owner, Set.of()).contains(call.method().name());
        boolean booleanOrUnknown =
                call.type().simpleName().equals("boolean") || call.type().name().equals("?");
        return booleanOrUnknown
                && (known
                        || verifications.stream()
                                .anyMatch(each -> each.comparison() == call && each.computed() == call));
    }

    /** Whether an expression is, or holds, a verification that answers with a boolean. */
    boolean isCheck(Expr expr) {
        return Walk.any(expr, part -> part instanceof Expr.Call call && isCheckCall(call));
    }

    private boolean isCheckCall(Expr.Call call) {
        String name = call.method().name().toLowerCase(Locale.ROOT);
        return verifications.stream().anyMatch(each -> each.comparison() == call)
                || ANSWERS.getOrDefault(call.method().owner().simpleName(), Set.of())
                        .contains(call.method().name())
                || (name.matches(
                        "(is|has)?(verif|valid|check|match).*(signature|hmac|token|key|secret|webhook|credential).*"));
    }

    boolean verifiesMac() {
        return !verifications.isEmpty();
    }

    boolean compares() {
        return slice.calls().stream()
                .anyMatch(call -> COMPARES.contains(call.method().name()));
    }

    /** Whether a comparison of the method looks at this value. */
    boolean compares(Expr value) {
        String name = SignatureCheckBypassed.name(value);
        return slice.calls().stream()
                .filter(call -> COMPARES.contains(call.method().name()))
                .anyMatch(call -> slice.madeFrom(
                        call, part -> SignatureCheckBypassed.name(part).equals(name)));
    }

    boolean verifiesIn(Stmt body) {
        return Walk.any(body, part -> part instanceof Expr.Call call && isCheckCall(call));
    }

    /** Whether a verification of the method looks at this value. */
    boolean verifies(Expr value) {
        String name = SignatureCheckBypassed.name(value);
        Predicate<Expr> same = part -> SignatureCheckBypassed.name(part).equals(name);
        return slice.calls().stream().filter(this::isCheckCall).anyMatch(call -> slice.madeFrom(call, same));
    }

    /** Whether a value is one that the caller sends: a parameter of the method or read from a request. */
    boolean comesFromCaller(Expr value, MethodDecl method) {
        return slice.madeFrom(
                value,
                part -> (part instanceof Expr.Local local
                                && method.parameters().stream().anyMatch(parameter -> parameter.id() == local.id())
                                && !local.name().toLowerCase(Locale.ROOT).contains("secret"))
                        || (part instanceof Expr.Call call
                                && call.method().name().toLowerCase(Locale.ROOT).contains("header")));
    }
}
