package dev.keywright.checks.rules.comparison;

import com.google.auto.service.AutoService;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.flow.Certainty;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.flow.LiteralSecrets;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.Role;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.rules.FlowRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.List;
import java.util.Locale;
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

    /** What a value that stands for none is called. */
    private static final Set<String> STAND_INS =
            Set.of("default", "empty", "none", "no", "null", "unset", "unknown", "masked", "placeholder", "dummy");

    private static final Set<String> PUBLIC =
            Set.of("prefix", "suffix", "realm", "scheme", "uri", "url", "host", "algorithm", "username", "qop");

    private static final Set<String> CHECKING =
            Set.of("check", "matches", "match", "verify", "valid", "validate", "compare", "same", "authenticate");

    private static final Set<String> ENCODED =
            Set.of("hash", "hashed", "encrypted", "crypted", "encoded", "stored", "digest", "digested");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean isLead(String word, boolean literal, SecretNames names) {
        return !literal && BareWords.isBare(word);
    }

    @Override
    public void check(FlowView flow, RuleContext context) {
        if (VALUE_METHODS.contains(flow.method().name()) && !flow.method().isStatic() && isValueMethod(flow)) {
            return;
        }
        for (Event.Comparison event : flow.comparisons(comparison -> secret(flow, comparison) != null)) {
            Label secret = secret(flow, event);
            if (secret != null) {
                boolean far = secret.certainty() == Certainty.NAMED && (depth(event) > 2 || isOneOfMany(event, secret))
                        || isSomeEntry(event);
                context.report(
                        far ? Severity.WARNING : Severity.ERROR,
                        event.span(),
                        Messages.comparison(event, secret),
                        secret.trace().steps(),
                        null);
            }
        }
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
                && !isSent(other);
    }

    /**
     * A helper is handed a map with a secret in it, and compares an entry of the map: which one, nobody knows. Two that
     * were sent or computed are compared where that is seen.
     */
    private static boolean isSomeEntry(Event.Comparison event) {
        Event innermost = event;
        while (innermost.inner() != null) {
            innermost = innermost.inner();
        }
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

    /** Through how many helpers the value goes; what is only named a secret is less sure with each. */
    private static int depth(Event event) {
        int depth = 0;
        for (Event inner = event.inner(); inner != null; inner = inner.inner()) {
            depth++;
        }
        return depth;
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
        if (event.how() == Event.How.CONSTANT_TIME) {
            return null;
        }
        Value left = event.left();
        Value right = event.right();
        if (harmless(left, event.leftExpr()) || harmless(right, event.rightExpr())) {
            return null;
        }
        if (event.how() == Event.How.PART && (right.is(Flag.LITERAL) || left.is(Flag.LITERAL))) {
            return null;
        }
        if (event.how() == Event.How.PART && (endsName(left) || endsName(right))
                || isPublic(left, event.leftExpr())
                || isPublic(right, event.rightExpr())) {
            return null;
        }
        if ((isSetter(flow) || throughSetter(event)) && !isSent(left) && !isSent(right)
                || isDictionary(left, right)
                || isDictionary(right, left)
                || isChange(left, right, event.leftExpr(), event.rightExpr())
                || isStandIn(event.leftExpr()) && !isSent(right)
                || isStandIn(event.rightExpr()) && !isSent(left)) {
            return null;
        }
        Label fromLeft = guessed(flow, left, right, event.leftExpr(), event.rightExpr());
        Label fromRight = fromLeft != null ? fromLeft : guessed(flow, right, left, event.rightExpr(), event.leftExpr());
        if (fromRight != null || event.how() != Event.How.CALL) {
            return fromRight;
        }
        Label bare = BareWords.compared(flow, left, right, event.leftExpr(), event.rightExpr());
        return bare != null ? bare : BareWords.compared(flow, right, left, event.rightExpr(), event.leftExpr());
    }

    /** {@code realm.equals(sentRealm)}, {@code text.startsWith(encryptionPrefix)}: named after what anybody may know. */
    private static boolean isPublic(Value value, @Nullable Expr expr) {
        List<String> words = SecretNames.split(name(expr));
        return !words.isEmpty()
                && PUBLIC.contains(words.get(words.size() - 1))
                && value.labels().stream().noneMatch(label -> label.certainty() == Certainty.COMPUTED);
    }

    /** {@code part.startsWith(name + "=")}: a name is looked for, not what it stands for. */
    private static boolean endsName(Value value) {
        int size = value.pieces().size();
        String last = size < 2 ? null : value.pieces().get(size - 1).text();
        return last != null && (last.endsWith("=") || last.endsWith(":"));
    }

    private static boolean harmless(Value value, @Nullable Expr expr) {
        if (value.is(Flag.CLEAN) || value.is(Flag.ENUM) || value.is(Flag.ASSEMBLED)) {
            return true;
        }
        if (value.constant() != null) {
            return !LiteralSecrets.looksSecret(value.text());
        }
        if (value.is(Flag.NULL) && value.labels().isEmpty() && !value.dependsOnCaller()) {
            return true;
        }
        if (value.labels().isEmpty() && isForeignConstant(value, expr)) {
            return true;
        }
        return expr != null && !comparable(expr.type());
    }

    /** {@code setPassword(password)} looks whether there is anything to do. */
    private static boolean isSetter(FlowView flow) {
        return isSetter(flow.method().name(), flow.method().parameters().size())
                && flow.names().classify(flow.method().name().substring(3)).isPresent();
    }

    private static boolean isSetter(String name, int parameters) {
        return parameters == 1 && name.length() > 3 && name.startsWith("set") && Character.isUpperCase(name.charAt(3));
    }

    private static boolean throughSetter(Event event) {
        for (Event outer = event; outer.inner() != null; outer = outer.inner()) {
            if (outer.at() instanceof Expr.Call call
                    && isSetter(call.method().name(), call.args().size())) {
                return true;
            }
        }
        return false;
    }

    /** A password that is looked for among written ones: weak ones, which nobody may choose. */
    private static boolean isDictionary(Value password, Value literal) {
        return literal.is(Flag.LITERAL)
                && literal.constant() == null
                && literal.labels().isEmpty()
                && !password.labels().isEmpty()
                && password.labels().stream()
                        .allMatch(label -> label.kind() == Kind.PASSWORD && label.certainty() == Certainty.NAMED)
                && !hasRole(password, Role.EXPECTED);
    }

    /** {@code DEFAULT_PSK}, {@code EMPTY_TOKEN}: compared with to see whether another was set. */
    private static boolean isStandIn(@Nullable Expr expr) {
        return expr instanceof Expr.Field field
                && STAND_INS.contains(SecretNames.split(field.name()).get(0));
    }

    private static boolean isSent(Value value) {
        return value.is(Flag.PRESENTED) || hasRole(value, Role.PRESENTED);
    }

    /** A library's constant: the name of a scheme, a state, a mask. */
    private static boolean isForeignConstant(Value value, @Nullable Expr expr) {
        return expr instanceof Expr.Field field
                && field.isStatic()
                && !value.is(Flag.STATE)
                && !value.is(Flag.CONFIGURED)
                && field.name().equals(field.name().toUpperCase(Locale.ROOT));
    }

    /** Texts and bytes can be guessed bit by bit; objects of other types compare by rules of their own. */
    private static boolean comparable(TypeRef type) {
        if (type.dims() > 0) {
            return type.name().equals("byte")
                    || type.name().equals("char")
                    || type.simpleName().equals("String");
        }
        return switch (type.simpleName()) {
            // A hash code, one element, or nobody knows.
            case "int",
                    "byte",
                    "char",
                    "?",
                    "Object",
                    "Comparable",
                    "CharSequence",
                    "String",
                    "StringBuilder",
                    "StringBuffer" -> true;
            case "ByteBuffer",
                    "CharBuffer",
                    "ByteString",
                    "Optional",
                    "List",
                    "Set",
                    "Collection",
                    "Stream",
                    "T",
                    "var" -> true;
            default -> false;
        };
    }

    private static @Nullable Label guessed(
            FlowView flow, Value secret, Value other, @Nullable Expr secretExpr, @Nullable Expr otherExpr) {
        Label expected = best(secret, Role.EXPECTED);
        if (expected != null) {
            return presentable(flow, secret, expected, other, secretExpr, otherExpr) ? expected : null;
        }
        Label neutral = best(secret, Role.NEUTRAL);
        if (neutral != null && (other.is(Flag.PRESENTED) || hasRole(other, Role.PRESENTED))) {
            return neutral;
        }
        Label presented = best(secret, Role.PRESENTED);
        if (presented != null) {
            // What a received credential is compared with is by its nature what callers have to match.
            boolean own = other.constant() == null
                    && !other.is(Flag.PRESENTED)
                    && !hasRole(other, Role.PRESENTED)
                    && !confirmation(flow, secretExpr, otherExpr);
            boolean literal = LiteralSecrets.looksSecret(other.text());
            return own && presented.certainty() == Certainty.RECEIVED || own && knownSecret(other) || literal
                    ? presented
                    : null;
        }
        if (neutral != null && neutral.kind() == Kind.DIGEST && isStoredHash(flow, secret, other, otherExpr)) {
            return neutral;
        }
        if (neutral != null && !confirmation(flow, secretExpr, otherExpr)) {
            boolean sameOrigin = other.dependsOnCaller()
                    && secret.dependsOnCaller()
                    && other.labels().isEmpty();
            Label against = other.labels().isEmpty() ? null : other.labels().get(0);
            boolean stored = other.is(Flag.STATE) || other.is(Flag.CONFIGURED);
            boolean pair = against != null && against.kind() == neutral.kind() && mixed(secret, other);
            return !sameOrigin && secret.dependsOnCaller() && (stored || LiteralSecrets.looksSecret(other.text()))
                            || pair
                    ? neutral
                    : null;
        }
        return null;
    }

    /** The hash of what a caller typed is compared with the hash that is kept. */
    private static boolean isStoredHash(FlowView flow, Value secret, Value other, @Nullable Expr otherExpr) {
        boolean read =
                otherExpr instanceof Expr.Field || otherExpr instanceof Expr.Call call && call.receiver() != null;
        // matches(password, hash): both are handed in, and the method says what for.
        boolean handed = otherExpr instanceof Expr.Local
                && SecretNames.split(flow.method().name()).stream().anyMatch(CHECKING::contains)
                && other.labels().stream().noneMatch(label -> label.certainty() == Certainty.RECEIVED);
        if (handed
                && secret.dependsOnCaller()
                && SecretNames.split(name(otherExpr)).stream().anyMatch(ENCODED::contains)) {
            return true;
        }
        return secret.dependsOnCaller()
                && read
                && other.constant() == null
                && other.labels().stream().noneMatch(label -> label.certainty() == Certainty.COMPUTED)
                && flow.names().hasWord("hashed", name(otherExpr));
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
        if (other.is(Flag.PRESENTED) || hasRole(other, Role.PRESENTED)) {
            return true;
        }
        boolean mac = expected.certainty() == Certainty.COMPUTED && expected.kind() == Kind.MAC;
        if (!mac && confirmation(flow, secretExpr, otherExpr)) {
            return false;
        }
        if (other.constant() != null) {
            return false;
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
            return other.dependsOnCaller() && !other.is(Flag.STATE) && !storedDigest(other);
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

    private static boolean storedDigest(Value other) {
        return other.labels().stream().anyMatch(label -> label.kind() == Kind.DIGEST);
    }

    private static boolean namedAsGuess(FlowView flow, @Nullable Expr expr) {
        return expr instanceof Expr.Local local && flow.names().hasWord("presented", local.name());
    }

    private static boolean computed(Value value) {
        return value.labels().stream().anyMatch(label -> label.certainty() == Certainty.COMPUTED);
    }

    private static boolean hasRole(Value value, Role role) {
        return value.labels().stream().anyMatch(label -> label.role() == role);
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

    /** {@code password.equals(confirmPassword)}: both come from the same form. */
    private static boolean confirmation(FlowView flow, @Nullable Expr left, @Nullable Expr right) {
        return confirms(flow, left) || confirms(flow, right) || oldAndNew(left, right);
    }

    private static boolean confirms(FlowView flow, @Nullable Expr expr) {
        String name = name(expr);
        return !name.isEmpty() && flow.names().hasWord("confirmation", name);
    }

    /** Whether a value that is kept is looked at once more, under the name of what it was: nobody has to guess it. */
    private static boolean isChange(Value left, Value right, @Nullable Expr leftExpr, @Nullable Expr rightExpr) {
        boolean token = left.labels().stream().noneMatch(label -> label.kind() == Kind.PASSWORD)
                && right.labels().stream().noneMatch(label -> label.kind() == Kind.PASSWORD);
        return token
                && isKept(left)
                && isKept(right)
                && (startsLocally(leftExpr) || startsLocally(rightExpr))
                && !hasRole(left, Role.PRESENTED)
                && !hasRole(right, Role.PRESENTED);
    }

    private static boolean isKept(Value value) {
        return !value.is(Flag.PRESENTED) && !value.dependsOnCaller();
    }

    private static boolean startsLocally(@Nullable Expr expr) {
        return expr instanceof Expr.Local && starts(expr, "old", "previous", "prior", "former");
    }

    private static boolean oldAndNew(@Nullable Expr left, @Nullable Expr right) {
        return starts(left, "old", "previous", "last", "prior", "original", "before")
                        && starts(right, "new", "current", "updated", "next", "after", "fresh", "refreshed")
                || starts(right, "old", "previous", "last", "prior", "original", "before")
                        && starts(left, "new", "current", "updated", "next", "after", "fresh", "refreshed");
    }

    private static boolean starts(@Nullable Expr expr, String... words) {
        String name = name(expr).toLowerCase(Locale.ROOT);
        List<String> parts = SecretNames.split(name(expr));
        for (String word : words) {
            if (parts.contains(word) || name.startsWith(word)) {
                return true;
            }
        }
        return expr instanceof Expr.Call call && call.receiver() != null && starts(call.receiver(), words);
    }

    static String name(@Nullable Expr expr) {
        if (expr instanceof Expr.Local local) {
            return local.name();
        }
        if (expr instanceof Expr.Field field) {
            return field.name();
        }
        return expr instanceof Expr.Call call ? call.method().name() : "";
    }
}
