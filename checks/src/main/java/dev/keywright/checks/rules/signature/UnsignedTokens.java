package dev.keywright.checks.rules.signature;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tokens that a library makes without a signature or without an end, and validators that ask for neither. */
final class UnsignedTokens {

    private static final Set<String> PLAIN = Set.of("PlainJWT", "PlainObject");

    private UnsignedTokens() {}

    static void check(Expr expr, Slice slice, RuleContext context) {
        if (expr instanceof Expr.New made) {
            made(made, slice, context);
        } else if (expr instanceof Expr.Call call) {
            called(call, slice, context);
        }
    }

    private static void made(Expr.New made, Slice slice, RuleContext context) {
        String type = made.type().simpleName();
        // Nimbus: without an algorithm and a key it is the validator of unsigned tokens.
        if (type.equals("IDTokenValidator")
                && made.args().size() == 2
                && slice.calls().stream()
                        .noneMatch(asked ->
                                asked.method().name().toLowerCase(Locale.ROOT).contains("allow"))) {
            context.report(made.span(), Messages.unsecured("An IDTokenValidator without an algorithm"), List.of());
        } else if (PLAIN.contains(type)
                && made.args().size() == 1
                && slice.calls().stream()
                        .anyMatch(call -> call.method().name().equals("serialize")
                                && call.receiver() != null
                                && slice.madeFrom(call.receiver(), part -> part == made))) {
            // Where the same method signs others, somebody has chosen by a setting.
            boolean chosen =
                    slice.calls().stream().anyMatch(call -> call.method().name().equals("sign"));
            context.report(
                    chosen ? Severity.WARNING : Severity.ERROR, made.span(), Messages.unsigned(type), List.of(), null);
        }
    }

    private static void called(Expr.Call call, Slice slice, RuleContext context) {
        String name = call.method().name();
        if (name.equals("setIgnoreExpiration")
                && call.args().size() == 1
                && call.args().get(0) instanceof Expr.Literal on
                && Boolean.TRUE.equals(on.value())) {
            context.report(Severity.WARNING, call.nameSpan(), Messages.ABSENT_EXPIRY, List.of(), null);
        } else if (name.equals("serialize")
                && call.args().isEmpty()
                && call.receiver() != null
                && slice.calls().stream()
                        .anyMatch(signs -> signs.method().name().equals("sign"))
                && slice.madeFrom(call.receiver(), UnsignedTokens::makesClaims)
                && !slice.madeFrom(call.receiver(), UnsignedTokens::namesEnd)
                && slice.expressions().stream().noneMatch(UnsignedTokens::copiesClaims)) {
            context.report(Severity.WARNING, call.nameSpan(), Messages.NO_EXPIRY, List.of(), null);
        } else if (name.equals("generateToken")
                && call.args().size() == 2
                && slice.madeFrom(call.args().get(1), UnsignedTokens::makesOptions)
                && !slice.madeFrom(call, UnsignedTokens::namesEnd)) {
            context.report(Severity.WARNING, call.nameSpan(), Messages.NO_EXPIRY, List.of(), null);
        }
    }

    /** Nimbus: {@code new JWTClaimsSet.Builder()}, filled here and not from other claims. */
    private static boolean makesClaims(Expr expr) {
        return expr instanceof Expr.New made
                && made.args().isEmpty()
                && made.type().name().endsWith("JWTClaimsSet.Builder");
    }

    /** {@code claims.forEach(builder::claim)}, {@code builder.claim(name, value)}: what they are, nobody sees here. */
    private static boolean copiesClaims(Expr expr) {
        return expr instanceof Expr.MethodReference reference
                        && reference.method().name().equals("claim")
                || expr instanceof Expr.Call call
                        && call.method().name().equals("claim")
                        && call.args().size() == 2
                        && call.args().get(0) instanceof Expr.Local;
    }

    /** Vert.x: {@code new JWTOptions()}. */
    private static boolean makesOptions(Expr expr) {
        return expr instanceof Expr.New made
                && made.type().simpleName().equals("JWTOptions")
                && made.args().isEmpty();
    }

    private static boolean namesEnd(Expr expr) {
        return expr instanceof Expr.Call call
                        && (call.method().name().startsWith("setExpires")
                                || call.method().name().toLowerCase(Locale.ROOT).contains("expir"))
                || expr instanceof Expr.Literal literal && "exp".equals(literal.value());
    }
}
