package dev.keywright.checks.rules.material;

import dev.keywright.checks.flow.Certainty;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.LiteralSecrets;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.Refusals;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.Walk;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.rules.RuleContext;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What opens a door because it equals a text of the code: a password, or an account whose name and password both stand there. */
final class WrittenAccounts {

    private static final Set<String> WHO =
            Set.of("user", "username", "login", "account", "usr", "uid", "email", "mail", "benutzer", "usuario");

    private WrittenAccounts() {}

    /** {@code "letmein99".equals(password)}: whoever has the code knows what opens the door. */
    static void check(FlowView flow, RuleContext context, Set<Span> told) {
        if (flow.isTestLike() || flow.events().stream().noneMatch(Event.Comparison.class::isInstance)) {
            return;
        }
        Set<Span> beside = besideNames(flow.method());
        for (Event event : flow.events()) {
            if (event instanceof Event.Comparison comparison
                    && comparison.inner() == null
                    && comparison.how() != Event.How.PART
                    && comparison.how() != Event.How.SWITCH
                    && isOpening(flow, comparison, beside)
                    && !Refusals.ofEqual(flow.method(), comparison.span())
                    && told.add(comparison.span())) {
                context.report(comparison.span(), Messages.hardcoded("the password that is expected"), List.of());
            }
        }
    }

    private static boolean isOpening(FlowView flow, Event.Comparison comparison, Set<Span> names) {
        boolean account = names.stream().anyMatch(span -> span.contains(comparison.span()));
        return isOpening(flow, comparison.left(), comparison.leftExpr(), comparison.right(), account)
                || isOpening(flow, comparison.right(), comparison.rightExpr(), comparison.left(), account);
    }

    /** @param account whether a user's name is written beside it: then a plain word is the password, too */
    private static boolean isOpening(FlowView flow, Value literal, @Nullable Expr at, Value given, boolean account) {
        boolean written = literal.text() != null
                ? LiteralSecrets.looksSecret(literal.text())
                        || PasswordConstants.opens(flow, literal.text(), at)
                        || account && !literal.text().isBlank() && !HardcodedSecret.isPlaceholder(literal.text())
                // {'t', 'o', 'p'}; one of a list of bad passwords opens nothing.
                : literal.is(Flag.LITERAL)
                        && literal.constant() == null
                        && at != null
                        && at.type().dims() > 0;
        return written
                && literal.labels().isEmpty()
                && given.constant() == null
                && given.labels().stream()
                        .anyMatch(label -> label.sure()
                                && label.kind() == Kind.PASSWORD
                                && label.certainty() != Certainty.COMPUTED);
    }

    /** Comparisons beside one of a user's name with a text that is written there. */
    private static Set<Span> besideNames(MethodDecl method) {
        Set<Span> beside = new HashSet<>();
        Walk.expressions(method, expr -> {
            if (expr instanceof Expr.Binary both && both.op() == BinaryOp.AND_AND) {
                if (namesUser(both.left()) && both.right() instanceof Expr.Call right) {
                    beside.add(right.span());
                }
                if (namesUser(both.right()) && both.left() instanceof Expr.Call left) {
                    beside.add(left.span());
                }
            }
        });
        return beside;
    }

    /** {@code "admin".equals(user) && "admin".equals(password)}. */
    private static boolean namesUser(Expr expr) {
        if (!(expr instanceof Expr.Call call)
                || call.args().size() != 1
                || call.receiver() == null
                || !call.method().name().toLowerCase(Locale.ROOT).startsWith("equals")) {
            return false;
        }
        Expr on = call.receiver();
        Expr to = call.args().get(0);
        return isWritten(on) && isUser(to) || isWritten(to) && isUser(on);
    }

    private static boolean isWritten(Expr expr) {
        return expr instanceof Expr.Literal literal && literal.value() instanceof String
                || expr instanceof Expr.Field field && field.constant() instanceof String;
    }

    private static boolean isUser(Expr expr) {
        List<String> words = SecretNames.split(Naming.ofRead(expr));
        return !words.isEmpty()
                && (WHO.contains(words.get(words.size() - 1))
                        || words.size() > 1
                                && words.get(words.size() - 1).equals("name")
                                && WHO.contains(words.get(words.size() - 2)));
    }
}
