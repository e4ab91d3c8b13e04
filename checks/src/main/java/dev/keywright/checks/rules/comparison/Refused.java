package dev.keywright.checks.rules.comparison;

import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.Refusals;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.SecretNames;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token or password beside the one that is kept, where the sign is what stands around the comparison: the session that the
 * one is read from, the user that was looked up for it, or that the method refuses whoever sent another.
 */
final class Refused {

    private static final Set<String> PROVING =
            Set.of("login", "authenticate", "authenticates", "verify", "validate", "check", "checks");

    private Refused() {}

    static boolean compares(FlowView flow, Event.Comparison event) {
        Expr left = event.leftExpr();
        Expr right = event.rightExpr();
        return event.how() == Event.How.CALL
                && event.inner() == null
                && left != null
                && right != null
                && !Innocent.is(flow, event)
                && (isPair(flow, event, left, right) || isPair(flow, event, right, left));
    }

    private static boolean isPair(FlowView flow, Event.Comparison event, Expr kept, Expr sent) {
        return isOfSession(flow, kept, sent)
                || isAttribute(flow, kept, sent)
                || isCandidate(flow, event, kept, sent)
                || isConfigured(flow, event, kept, sent)
                || isOfUser(flow, kept, sent);
    }

    /** {@code session.getToken().equals(token)}: what the session holds, and what came with the form. */
    private static boolean isOfSession(FlowView flow, Expr kept, Expr sent) {
        return kept instanceof Expr.Call getter
                && getter.args().isEmpty()
                && last(Naming.ofPlace(getter.receiver())).equals("session")
                && (sent instanceof Expr.Local || sent instanceof Expr.Field)
                && BareWords.bare(flow, kept) == Kind.TOKEN
                && BareWords.bare(flow, sent) == Kind.TOKEN
                && last(property(kept)).equals(last(property(sent)));
    }

    /** {@code token.equals(session.getAttribute(CSRF_TOKEN))}: an attribute whose name says what it holds. */
    private static boolean isAttribute(FlowView flow, Expr kept, Expr sent) {
        return kept instanceof Expr.Call getter
                && getter.args().size() == 1
                && getter.method().name().equals("getAttribute")
                && last(Naming.ofPlace(getter.receiver())).equals("session")
                && sent instanceof Expr.Local
                && BareWords.bare(flow, sent) == Kind.TOKEN
                && (says(Naming.ofPlace(getter.args().get(0)), "token")
                        || says(flow.value(getter.args().get(0)).text(), "token"));
    }

    private static boolean says(@Nullable String name, String word) {
        return name != null && SecretNames.split(name).contains(word);
    }

    /** {@code if (!token.equals(candidate)) throw …} in a class that is there for security. */
    private static boolean isCandidate(FlowView flow, Event.Comparison event, Expr kept, Expr sent) {
        return kept instanceof Expr.Local
                && sent instanceof Expr.Local given
                && flow.names().hasWord("presented", given.name())
                && BareWords.bare(flow, kept) == Kind.TOKEN
                && flow.names().hasWord("security", flow.type().simpleName())
                && Refusals.ofUnequal(flow.method(), event.span());
    }

    /** {@code if (!token.equals(settings.getVerificationToken())) throw …}: whoever sends another is refused. */
    private static boolean isConfigured(FlowView flow, Event.Comparison event, Expr kept, Expr sent) {
        return kept instanceof Expr.Call getter
                && getter.args().isEmpty()
                && getter.receiver() != null
                && sent instanceof Expr.Local local
                && isStrong(flow, property(kept), Kind.TOKEN)
                && BareWords.bare(flow, sent) == Kind.TOKEN
                && !isStrong(flow, local.name(), Kind.TOKEN)
                && last(property(kept)).equals(last(local.name()))
                && Refusals.ofUnequal(flow.method(), event.span());
    }

    /** {@code user = users.get(name)} and {@code password.equals(user.getPassword())}, in a method that lets somebody in. */
    private static boolean isOfUser(FlowView flow, Expr kept, Expr sent) {
        return kept instanceof Expr.Call getter
                && getter.args().isEmpty()
                && getter.receiver() instanceof Expr.Field user
                && isStrong(flow, property(kept), Kind.PASSWORD)
                && typed(sent) instanceof Expr.Field given
                && given.target() == null
                && isStrong(flow, given.name(), Kind.PASSWORD)
                && SecretNames.says(flow.method().name(), PROVING)
                && !Innocent.confirmation(flow, kept, sent)
                && isLookedUp(flow, user.name());
    }

    /** Whether the method itself asks for the object that a field then holds. */
    private static boolean isLookedUp(FlowView flow, String field) {
        boolean[] found = new boolean[1];
        Walk.expressions(
                flow.method(),
                part -> found[0] |= part instanceof Expr.Assign assign
                        && assign.target() instanceof Expr.Field target
                        && target.name().equals(field)
                        && assign.value() instanceof Expr.Call asked
                        && !asked.args().isEmpty());
        return found[0];
    }

    /** {@code new String(password)} is the password. */
    private static Expr typed(Expr expr) {
        return expr instanceof Expr.New text
                        && text.args().size() == 1
                        && text.type().isString()
                ? text.args().get(0)
                : expr;
    }

    private static String property(Expr read) {
        String name = Naming.ofRead(read);
        return read instanceof Expr.Call && name.startsWith("get") ? name.substring(3) : name;
    }

    private static String last(String name) {
        List<String> words = SecretNames.split(name);
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    private static boolean isStrong(FlowView flow, String name, Kind kind) {
        return flow.names()
                .classify(name)
                .filter(verdict -> verdict.strong() && verdict.kind() == kind)
                .isPresent();
    }
}
