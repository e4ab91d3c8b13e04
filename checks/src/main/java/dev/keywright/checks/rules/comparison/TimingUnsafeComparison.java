package dev.keywright.checks.rules.comparison;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Certainty;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.flow.Lead;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Refusals;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Flags a secret that callers have to match, compared with what a caller may have sent by a method that stops at the first
 * difference. The time of the answer then tells how much of a guess was right, and a MAC or key can be found byte by byte.
 */
@AutoService(Rule.class)
public final class TimingUnsafeComparison implements FlowRule {

    private static final RuleInfo INFO = new RuleInfo(
            "TimingUnsafeComparison",
            List.of(208),
            Severity.ERROR,
            "Flags secrets compared with what a caller sent by a method that stops at the first difference.");

    /** Methods that compare values of one class with each other: nobody guesses there. */
    private static final Set<String> VALUE_METHODS = Set.of("equals", "hashCode", "compareTo", "compare", "canEqual");

    private static final Set<String> ENTRIES =
            Set.of("get", "getProperty", "getOrDefault", "getString", "getIgnoreCase", "remove");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Lead lead(String word, boolean literal, SecretNames names) {
        if (literal) {
            return Lead.NO;
        }
        if (word.equals("hashpw") || word.equals("cnonce") || mayCheck(word) && StoredHashes.isNamedForChecking(word)) {
            return Lead.ANYWHERE;
        }
        return BareWords.isBare(word) ? Lead.OUTSIDE_PARSERS : Lead.NO;
    }

    private static boolean mayCheck(String word) {
        return word.contains("ass") || word.contains("wd") || word.contains("Wd");
    }

    @Override
    public void check(FlowView flow, RuleContext context) {
        if (VALUE_METHODS.contains(flow.method().name()) && !flow.method().isStatic() && isValueMethod(flow)) {
            for (Event.Comparison event : flow.comparisons(comparison -> StoredHashes.isOfText(flow, comparison))) {
                context.report(event.span(), Messages.storedHash(event), List.of());
            }
            return;
        }
        Set<Span> told = new HashSet<>();
        for (Event.Comparison event : flow.comparisons(comparison -> secret(flow, comparison) != null)) {
            Label secret = secret(flow, event);
            told.add(event.span());
            if (secret != null) {
                boolean far = secret.certainty() == Certainty.NAMED && (event.depth() > 2 || isOneOfMany(event, secret))
                        || secret.far()
                        || isSomeEntry(event);
                context.reportOnce(
                        defect(event, secret),
                        far ? Severity.WARNING : Severity.ERROR,
                        event.span(),
                        Messages.comparison(event, secret),
                        event.way(secret, Messages.compared()));
            }
        }
        Slice slice = context.slice(flow.method());
        for (Event.Comparison event : flow.comparisons(comparison -> StoredHashes.compares(flow, slice, comparison))) {
            if (told.add(event.span())) {
                context.report(event.span(), Messages.storedHash(event), List.of());
            }
        }
        for (Event.Comparison event : flow.comparisons(comparison -> BareWords.says(flow, comparison)
                || MacChecks.compares(flow, comparison)
                || Refused.compares(flow, comparison))) {
            if (told.add(event.span())) {
                context.report(event.span(), Messages.bareSecret(event), List.of());
            }
        }
        for (Event.Comparison event :
                flow.comparisons(comparison -> DigestResponses.compares(flow, slice, comparison))) {
            if (told.add(event.span())) {
                context.report(event.span(), Messages.digestResponse(event), List.of());
            }
        }
        for (Event.Comparison event : flow.comparisons(
                comparison -> ComputedSignatures.compares(flow, slice, context.program(), comparison))) {
            if (told.add(event.span())) {
                context.report(event.span(), Messages.computedSignature(event), List.of());
            }
        }
    }

    /**
     * One comparison is one defect, from however many callers its values come; a helper that is handed both sides
     * compares as many secrets as it is handed.
     */
    private static Object defect(Event.Comparison event, Label secret) {
        Event innermost = event.innermost();
        List<Object> place = List.of(innermost.file().path(), innermost.span());
        boolean own = innermost instanceof Event.Comparison comparison
                && (!comparison.left().dependsOnCaller() || !comparison.right().dependsOnCaller());
        return own ? place : List.of(place, secret.file().path(), secret.origin());
    }

    /**
     * An entry looked for among those that an object holds, by a value that nobody is known to have sent: its own tokens are
     * looked after more often than a caller's are checked.
     */
    private static boolean isOneOfMany(Event.Comparison event, Label secret) {
        Value with = event.left().labels().contains(secret) ? event.left() : event.right();
        Value other = with == event.left() ? event.right() : event.left();
        return secret.kind() == Kind.TOKEN
                && secret.what().endsWith("s'")
                && (!with.is(Flag.STATE) || isLent(with == event.left() ? event.leftExpr() : event.rightExpr()))
                && !Innocent.isSent(other);
    }

    /**
     * A helper is handed a map with a secret in it, and compares an entry of the map: which one, nobody knows. Two that
     * were sent or computed are compared where that is seen.
     */
    private static boolean isSomeEntry(Event.Comparison event) {
        Event innermost = event.innermost();
        return innermost != event
                && innermost instanceof Event.Comparison comparison
                && (isEntry(comparison.leftExpr()) || isEntry(comparison.rightExpr()));
    }

    private static boolean isEntry(@Nullable Expr expr) {
        return expr instanceof Expr.Call call
                && call.receiver() != null
                && !call.args().isEmpty()
                && ENTRIES.contains(call.method().name());
    }

    /** {@code refreshToken.getAccessTokens()}: what a record of one thing lists, and no list of those who may enter. */
    private static boolean isLent(@Nullable Expr collection) {
        Expr list = collection;
        while (list instanceof Expr.Call call && !call.args().isEmpty()) {
            list = call.receiver();
        }
        return list instanceof Expr.Call getter
                && getter.receiver() instanceof Expr.Local holder
                && SecretNames.split(holder.type().simpleName()).contains("token");
    }

    private static boolean isValueMethod(FlowView flow) {
        return switch (flow.method().name()) {
            case "hashCode" -> flow.method().parameters().isEmpty();
            case "compare" ->
                flow.method().parameters().size() == 2
                        && flow.method().returnType().name().equals("int");
            default -> flow.method().parameters().size() == 1;
        };
    }

    /** The secret that an attacker could guess by this comparison; null when there is none. */
    private static @Nullable Label secret(FlowView flow, Event.Comparison event) {
        if (event.how() == Event.How.CONSTANT_TIME || Innocent.is(flow, event) || isPolicy(flow, event)) {
            return null;
        }
        Value left = event.left();
        Value right = event.right();
        Expr leftExpr = whole(event.leftExpr());
        Expr rightExpr = whole(event.rightExpr());
        Label fromLeft = Guess.of(flow, left, right, leftExpr, rightExpr);
        Label found = fromLeft != null ? fromLeft : Guess.of(flow, right, left, rightExpr, leftExpr);
        if (found != null && isPrivateKey(found) && !Innocent.isSent(left) && !Innocent.isSent(right)) {
            return null;
        }
        if (found != null || event.how() != Event.How.CALL) {
            return found;
        }
        Label bare = BareWords.compared(flow, left, right, event.leftExpr(), event.rightExpr());
        return bare != null ? bare : BareWords.compared(flow, right, left, event.rightExpr(), event.leftExpr());
    }

    /** {@code if (password.equals("letmein")) throw …}: a password that nobody may choose. */
    private static boolean isPolicy(FlowView flow, Event.Comparison event) {
        return (event.left().constant() != null || event.right().constant() != null)
                && Refusals.ofEqual(flow.method(), event.span());
    }

    /** What a single element belongs to: that has the name. */
    private static @Nullable Expr whole(@Nullable Expr expr) {
        if (expr instanceof Expr.Cast cast) {
            return whole(cast.operand());
        }
        if (expr instanceof Expr.ArrayAccess access) {
            return access.array();
        }
        return expr instanceof Expr.Call call && call.method().name().equals("charAt") ? call.receiver() : expr;
    }

    /** Nobody proves himself by sending a private key: two are compared to see whether they are the same. */
    private static boolean isPrivateKey(Label secret) {
        List<String> words = SecretNames.split(secret.what());
        int at = words.indexOf("private");
        return secret.certainty() == Certainty.NAMED
                && at >= 0
                && at + 1 < words.size()
                && words.get(at + 1).equals("key");
    }
}
