package dev.keywright.checks.rules.comparison;

import dev.keywright.checks.flow.Certainty;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.flow.LiteralSecrets;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.Role;
import dev.keywright.checks.models.SecretNames;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether one side of a comparison is a secret that callers have to match, and the other may be their guess. */
final class Guess {

    private Guess() {}

    private static final Set<String> CHECKING =
            Set.of("check", "matches", "match", "verify", "valid", "validate", "compare", "same", "authenticate");

    private static final Set<String> ENCODED =
            Set.of("hash", "hashed", "encrypted", "crypted", "encoded", "stored", "digest", "digested");

    private static final Set<String> LOOKING_UP = Set.of(
            "retrieve", "lookup", "look", "find", "fetch", "load", "compute", "calculate", "derive", "recompute");

    /** How the value of an Authorization header begins (RFC 9110, section 11.1). */
    private static final Set<String> SCHEMES = Set.of("basic ", "bearer ", "token ", "apikey ");

    /** The secret that somebody could guess who sends the other side; null when there is none. */
    static @Nullable Label of(
            FlowView flow, Value secret, Value other, @Nullable Expr secretExpr, @Nullable Expr otherExpr) {
        Label expected = best(secret, Role.EXPECTED);
        if (Innocent.isOneForm(flow, secret, other, secretExpr, otherExpr)) {
            return null;
        }
        if (expected != null) {
            return presentable(flow, secret, expected, other, secretExpr, otherExpr) ? expected : null;
        }
        Label neutral = best(secret, Role.NEUTRAL);
        if (neutral != null
                && !Innocent.asksForConfirmation(flow, otherExpr)
                && (other.is(Flag.PRESENTED)
                        || Innocent.hasRole(other, Role.PRESENTED)
                        || isAuthorization(secret) && !isKnown(other))) {
            return neutral;
        }
        Label presented = best(secret, Role.PRESENTED);
        if (presented != null) {
            // What a received credential is compared with is by its nature what callers have to match.
            boolean own = other.constant() == null
                    && !other.is(Flag.PRESENTED)
                    && !Innocent.hasRole(other, Role.PRESENTED)
                    && !Innocent.confirmation(flow, secretExpr, otherExpr);
            boolean literal = LiteralSecrets.looksSecret(other.text());
            return own && presented.certainty() == Certainty.RECEIVED || own && knownSecret(other) || literal
                    ? presented
                    : null;
        }
        if (neutral != null && neutral.kind() == Kind.DIGEST && isStoredHash(flow, secret, other, otherExpr)) {
            return neutral;
        }
        if (neutral != null && !Innocent.confirmation(flow, secretExpr, otherExpr)) {
            boolean sameOrigin = other.dependsOnCaller()
                    && secret.dependsOnCaller()
                    && other.labels().isEmpty();
            Label against = other.labels().isEmpty() ? null : other.labels().get(0);
            boolean stored = other.is(Flag.STATE) || other.is(Flag.CONFIGURED);
            boolean pair = against != null && against.kind() == neutral.kind() && mixed(secret, other);
            boolean ofOne = against != null && against.kind() == neutral.kind();
            return !sameOrigin && secret.dependsOnCaller() && (stored || LiteralSecrets.looksSecret(other.text()))
                            || pair
                            || ofOne && isLookedUp(secretExpr) && isCarried(otherExpr)
                    ? neutral
                    : null;
        }
        return null;
    }

    /** {@code retrievePassword(id)}: the secret that belongs to what a caller says to be. */
    private static boolean isLookedUp(@Nullable Expr expr) {
        return expr instanceof Expr.Call call
                && !call.args().isEmpty()
                && LOOKING_UP.contains(SecretNames.split(call.method().name()).get(0));
    }

    /** {@code token.getPassword()}: what came with it. */
    private static boolean isCarried(@Nullable Expr expr) {
        return expr instanceof Expr.Call getter && getter.args().isEmpty() && getter.receiver() instanceof Expr.Local;
    }

    /** {@code "Basic " + encoded}: what a caller's Authorization header has to be, wherever the other side was read from. */
    private static boolean isAuthorization(Value value) {
        String scheme = value.pieces().isEmpty() ? null : value.pieces().get(0).text();
        return scheme != null
                && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
                && value.labels().stream().anyMatch(label -> label.kind() != Kind.MAC);
    }

    private static boolean isKnown(Value value) {
        return value.constant() != null || value.is(Flag.CONFIGURED) || hasSureRole(value, Role.EXPECTED);
    }

    /** The hash of what a caller typed is compared with the hash that is kept. */
    private static boolean isStoredHash(FlowView flow, Value secret, Value other, @Nullable Expr otherExpr) {
        boolean read =
                otherExpr instanceof Expr.Field || otherExpr instanceof Expr.Call call && call.receiver() != null;
        // matches(password, hash): both are handed in, and the method says what for.
        boolean handed = otherExpr instanceof Expr.Local
                && SecretNames.says(flow.method().name(), CHECKING)
                && other.labels().stream().noneMatch(label -> label.certainty() == Certainty.RECEIVED);
        if (handed && secret.dependsOnCaller() && SecretNames.says(Naming.ofRead(otherExpr), ENCODED)) {
            return true;
        }
        return secret.dependsOnCaller()
                && read
                && other.constant() == null
                && other.labels().stream().noneMatch(label -> label.certainty() == Certainty.COMPUTED)
                && flow.names().hasWord("hashed", Naming.ofRead(otherExpr));
    }

    private static boolean knownSecret(Value value) {
        return value.labels().stream().anyMatch(label -> label.role() != Role.PRESENTED);
    }

    /** One comes from the caller of this method, the other does not. */
    private static boolean mixed(Value left, Value right) {
        return left.dependsOnCaller() != right.dependsOnCaller();
    }

    /** Whether the other side may be a guess that somebody sent. */
    private static boolean presentable(
            FlowView flow,
            Value secret,
            Label expected,
            Value other,
            @Nullable Expr secretExpr,
            @Nullable Expr otherExpr) {
        if (other.is(Flag.PRESENTED) || Innocent.hasRole(other, Role.PRESENTED)) {
            return true;
        }
        boolean mac = expected.certainty() == Certainty.COMPUTED && expected.kind() == Kind.MAC;
        if (!mac && Innocent.confirmation(flow, secretExpr, otherExpr)) {
            return false;
        }
        if (other.constant() != null) {
            return false;
        }
        if (mac && isKeptForChecking(flow, other, otherExpr)) {
            return true;
        }
        if (other.is(Flag.CONFIGURED) || hasSureRole(other, Role.EXPECTED)) {
            // Two stored or configured values: a change is looked for, not a guess.
            return expected.certainty() == Certainty.COMPUTED
                    && expected.kind() == Kind.MAC
                    && !computed(other)
                    && other.dependsOnCaller();
        }
        boolean strongEnough = expected.sure() && expected.kind() != Kind.PERSONAL;
        if (expected.kind() == Kind.DIGEST && expected.certainty() == Certainty.NAMED) {
            return isComputedHere(other, otherExpr)
                    || other.dependsOnCaller() && !other.is(Flag.STATE) && !storedDigest(other);
        }
        if (other.is(Flag.STATE) && !other.dependsOnCaller()) {
            return expected.certainty() == Certainty.COMPUTED && expected.kind() == Kind.MAC
                    || expected.kind() == Kind.DIGEST && expected.certainty() == Certainty.COMPUTED;
        }
        if (expected.certainty() == Certainty.NAMED && secret.dependsOnCaller() && other.dependsOnCaller()) {
            return namedAsGuess(flow, otherExpr)
                    || expected.role() == Role.EXPECTED && other.labels().size() > 0;
        }
        return strongEnough;
    }

    /** A message of a protocol keeps the MAC that it was made with, or that came with it: to verify it is to compare that. */
    private static boolean isKeptForChecking(FlowView flow, Value other, @Nullable Expr otherExpr) {
        Expr read = otherExpr instanceof Expr.Call call && call.args().isEmpty() && call.receiver() != null
                ? call.receiver()
                : otherExpr;
        boolean kept = other.is(Flag.STATE) && (read instanceof Expr.Field || read instanceof Expr.Call);
        return kept
                && !other.is(Flag.CONFIGURED)
                && SecretNames.says(flow.method().name(), CHECKING);
    }

    /** {@code storedHash.equals(passwordHash)}: the one that is not kept was made from what somebody typed. */
    private static boolean isComputedHere(Value other, @Nullable Expr otherExpr) {
        return otherExpr instanceof Expr.Local
                && !other.is(Flag.STATE)
                && !other.is(Flag.CONFIGURED)
                && other.labels().stream()
                        .anyMatch(
                                label -> label.kind() == Kind.DIGEST && label.sure() && label.role() != Role.EXPECTED);
    }

    private static boolean storedDigest(Value other) {
        return other.labels().stream().anyMatch(label -> label.kind() == Kind.DIGEST);
    }

    private static boolean namedAsGuess(FlowView flow, @Nullable Expr expr) {
        return expr instanceof Expr.Local local && flow.names().hasWord("presented", local.name());
    }

    private static boolean computed(Value value) {
        return value.labels().stream().anyMatch(label -> label.certainty() == Certainty.COMPUTED);
    }

    private static boolean hasSureRole(Value value, Role role) {
        return value.labels().stream().anyMatch(label -> label.role() == role && label.sure());
    }

    private static @Nullable Label best(Value value, Role role) {
        Label best = null;
        for (Label label : value.labels()) {
            if (label.role() == role
                    && label.sure()
                    && (best == null || label.certainty().compareTo(best.certainty()) < 0)) {
                best = label;
            }
        }
        return best;
    }
}
