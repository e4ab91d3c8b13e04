package dev.keywright.checks.rules.signature;

import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.rules.RuleContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Conditions by which a token without an expiry is good for ever. */
final class AbsentExpiry {

    private static final Pattern EXPIRY_NAME =
            Pattern.compile("(get)?(token)?(exp|expir(y|es|ation)(At|Time|Date)?)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> LATER = Set.of("after", "isAfter");
    private static final Set<String> EARLIER = Set.of("before", "isBefore");

    private AbsentExpiry() {}

    static void check(Expr expr, Slice slice, RuleContext context) {
        if (!(expr instanceof Expr.Binary both)) {
            return;
        }
        Expr absent = both.op() == BinaryOp.OR_OR ? Absence.absent(both.left()) : null;
        Expr present = both.op() == BinaryOp.AND_AND ? Absence.present(both.left()) : null;
        boolean passes = absent != null
                && EXPIRY_NAME.matcher(SignatureCheckBypassed.name(absent)).matches()
                && asks(both.right(), LATER, absent);
        boolean unrefused = present != null
                && asks(both.right(), EARLIER, present)
                && slice.madeFrom(present, AbsentExpiry::isClaimed);
        if (passes || unrefused) {
            context.report(Severity.WARNING, both.left().span(), Messages.ABSENT_EXPIRY, List.of(), null);
        }
    }

    /** {@code end.before(now)}. */
    private static boolean asks(Expr expr, Set<String> order, Expr end) {
        return expr instanceof Expr.Call call
                && order.contains(call.method().name())
                && call.receiver() != null
                && SignatureCheckBypassed.name(call.receiver()).equals(SignatureCheckBypassed.name(end));
    }

    /** {@code jwt.getJWTClaimsSet().getExpirationTime()}: tokens of other kinds may rightly have no end. */
    private static boolean isClaimed(Expr expr) {
        if (!(expr instanceof Expr.Call call)
                || call.receiver() == null
                || !EXPIRY_NAME.matcher(call.method().name()).matches()) {
            return false;
        }
        String of = (call.receiver().type().simpleName() + " " + SignatureCheckBypassed.name(call.receiver()))
                .toLowerCase(Locale.ROOT);
        return of.contains("claims") || of.contains("jwt");
    }
}
