package dev.keywright.checks.rules.comparison;

import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.models.SecretNames;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code verifyMac(byte[] mac)}: a method that is named for looking whether a message's MAC is the right one compares the one
 * that it is handed with the one that it has, whatever that is called.
 */
final class MacChecks {

    private static final Set<String> CHECKING =
            Set.of("verify", "check", "validate", "valid", "matches", "compare", "is");

    private static final Set<String> MACS = Set.of("mac", "hmac", "signature");

    private MacChecks() {}

    static boolean compares(FlowView flow, Event.Comparison event) {
        List<String> words = SecretNames.split(flow.method().name());
        return (event.how() == Event.How.CALL || event.how() == Event.How.LOOP)
                && event.inner() == null
                && words.stream().anyMatch(CHECKING::contains)
                && words.stream().anyMatch(MACS::contains)
                && (isPair(flow, event.leftExpr(), event.rightExpr())
                        || isPair(flow, event.rightExpr(), event.leftExpr()));
    }

    private static boolean isPair(FlowView flow, @Nullable Expr kept, @Nullable Expr given) {
        Expr one = whole(kept);
        Expr other = whole(given);
        return one != null
                && (other instanceof Expr.Local handed
                                && flow.method().isParameter(handed)
                                && isBytes(handed)
                                && isNamedMac(handed)
                        || isCarried(flow, other))
                && (one instanceof Expr.Field own && !own.isStatic()
                        || one instanceof Expr.Local local && !flow.method().isParameter(local))
                && isBytes(one);
    }

    /** {@code validateMac(message)} with {@code message.getDigest()}. */
    private static boolean isCarried(FlowView flow, @Nullable Expr given) {
        return given instanceof Expr.Call getter
                && getter.args().isEmpty()
                && getter.receiver() instanceof Expr.Local message
                && flow.method().isParameter(message)
                && (isNamedMac(getter)
                        || SecretNames.split(getter.method().name()).contains("digest"));
    }

    /** What a single byte belongs to. */
    private static @Nullable Expr whole(@Nullable Expr expr) {
        return expr instanceof Expr.ArrayAccess element ? element.array() : expr;
    }

    private static boolean isBytes(Expr expr) {
        return expr.type().dims() == 1 && expr.type().name().equals("byte");
    }

    private static boolean isNamedMac(Expr expr) {
        List<String> words = SecretNames.split(Naming.ofRead(expr));
        return words.stream().anyMatch(MACS::contains) || words.contains("tag");
    }
}
