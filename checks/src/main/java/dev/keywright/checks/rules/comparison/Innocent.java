package dev.keywright.checks.rules.comparison;

import dev.keywright.checks.flow.Certainty;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.LiteralSecrets;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.Naming;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.Role;
import dev.keywright.checks.models.SecretNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Comparisons by which nobody can guess a secret: names, prefixes, setters, stand-ins, changes and confirmations. */
final class Innocent {

    /** What a value that stands for none is called. */
    private static final Set<String> STAND_INS =
            Set.of("default", "empty", "none", "no", "null", "unset", "unknown", "masked", "placeholder", "dummy");

    private static final Set<String> PUBLIC =
            Set.of("prefix", "suffix", "realm", "scheme", "uri", "url", "host", "algorithm", "name", "username", "qop");

    private static final String[] TIMES = {"old", "new", "current", "previous"};

    /** Of a key such a thing is told to everybody: which of several it is. */
    private static final Set<String> WHICH = Set.of("version", "kid", "fingerprint", "thumbprint");

    private static final Set<String> BEFORE = Set.of("old", "prev", "previous", "prior", "former");

    private Innocent() {}

    /** Whether nobody guesses a secret by this comparison, whatever its two sides are called. */
    static boolean is(FlowView flow, Event.Comparison event) {
        Value left = event.left();
        Value right = event.right();
        if (harmless(left, event.leftExpr()) || harmless(right, event.rightExpr())) {
            return true;
        }
        if (event.how() == Event.How.PART
                && (right.is(Flag.LITERAL) || left.is(Flag.LITERAL) || endsName(left) || endsName(right))) {
            return true;
        }
        if (isPublic(left, event.leftExpr())
                || isPublic(right, event.rightExpr())
                || isWhich(left, event.leftExpr())
                || isWhich(right, event.rightExpr())) {
            return true;
        }
        return (isSetter(flow) || throughSetter(event)) && !isSent(left) && !isSent(right)
                || isDictionary(left, right)
                || isDictionary(right, left)
                || isChange(left, right, event.leftExpr(), event.rightExpr())
                || isStandIn(event.leftExpr()) && !isSent(right)
                || isStandIn(event.rightExpr()) && !isSent(left);
    }

    /** {@code realm.equals(sentRealm)}, {@code text.startsWith(encryptionPrefix)}: named after what anybody may know. */
    private static boolean isPublic(Value value, @Nullable Expr expr) {
        List<String> words = SecretNames.split(Naming.ofRead(expr));
        return !words.isEmpty()
                && PUBLIC.contains(words.get(words.size() - 1))
                && value.labels().stream().noneMatch(label -> label.certainty() == Certainty.COMPUTED);
    }

    /** {@code header.version().equals(keyVersion)}: a digest of a key that says which of several it is. */
    private static boolean isWhich(Value value, @Nullable Expr expr) {
        List<String> words = SecretNames.split(Naming.ofRead(expr));
        return words.size() > 1
                && WHICH.contains(words.get(words.size() - 1))
                && value.labels().stream().noneMatch(label -> label.kind() == Kind.MAC);
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

    static boolean isSent(Value value) {
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
            case "ByteSequence",
                    "OctetString",
                    "ByteBuffer",
                    "CharBuffer",
                    "ByteString",
                    "Optional",
                    "List",
                    "Set",
                    "Collection",
                    "Stream",
                    "T",
                    "var" -> true;
            // Texts that a library keeps in a type of its own.
            case "Base64", "Base64URL", "Base64String", "HexString" -> true;
            default -> false;
        };
    }

    static boolean hasRole(Value value, Role role) {
        return value.labels().stream().anyMatch(label -> label.role() == role);
    }

    /** {@code password.equals(confirmPassword)}: both come from the same form. */
    static boolean confirmation(FlowView flow, @Nullable Expr left, @Nullable Expr right) {
        return confirms(flow, left) || confirms(flow, right) || oldAndNew(left, right) || isVersion(left, right);
    }

    /** {@code form.get("confirmPassword")}: typed twice, and kept nowhere. */
    static boolean asksForConfirmation(FlowView flow, @Nullable Expr expr) {
        return expr instanceof Expr.Call read
                && read.args().size() == 1
                && read.args().get(0) instanceof Expr.Literal key
                && key.value() instanceof String text
                && text.toLowerCase(Locale.ROOT).contains("password")
                && flow.names().hasWord("confirmation", text);
    }

    /**
     * {@code typed.equals(repeatedPassword)}, {@code form.getPassword().equals(form.getCurrentPassword())}: passwords that
     * one person has typed, twice or side by side.
     */
    static boolean isOneForm(
            FlowView flow, Value left, Value right, @Nullable Expr leftExpr, @Nullable Expr rightExpr) {
        return isNamedPassword(left)
                && isNamedPassword(right)
                && (isTypedAgain(flow, leftExpr) || isTypedAgain(flow, rightExpr) || isReadBeside(leftExpr, rightExpr));
    }

    private static boolean isNamedPassword(Value value) {
        return value.labels().stream()
                .allMatch(label -> label.kind() == Kind.PASSWORD && label.certainty() == Certainty.NAMED);
    }

    /** {@code repeatPassword}, {@code passwordConfirmation}. */
    private static boolean isTypedAgain(FlowView flow, @Nullable Expr expr) {
        String name = Naming.ofRead(expr);
        return !(expr instanceof Expr.Call call && !call.args().isEmpty())
                && confirms(flow, expr)
                && name.toLowerCase(Locale.ROOT).contains("pass");
    }

    /** Two getters of one object, one of which says when its password was chosen. */
    private static boolean isReadBeside(@Nullable Expr left, @Nullable Expr right) {
        return left instanceof Expr.Call one
                && right instanceof Expr.Call other
                && one.args().isEmpty()
                && other.args().isEmpty()
                && one.receiver() instanceof Expr.Local holder
                && other.receiver() instanceof Expr.Local same
                && holder.id() == same.id()
                && (starts(left, TIMES) || starts(right, TIMES));
    }

    private static boolean confirms(FlowView flow, @Nullable Expr expr) {
        String name = Naming.ofRead(expr);
        return asksForConfirmation(flow, expr)
                || !name.isEmpty() && flow.names().hasWord("confirmation", name);
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
        return expr instanceof Expr.Local && starts(expr, "old", "prev", "previous", "prior", "former");
    }

    /** {@code sessionToken.equals(prevSessionToken)}: whether it is still the one of before. */
    private static boolean isVersion(@Nullable Expr left, @Nullable Expr right) {
        List<String> one = SecretNames.split(Naming.ofRead(left));
        List<String> other = SecretNames.split(Naming.ofRead(right));
        return isBefore(one, other) || isBefore(other, one);
    }

    private static boolean isBefore(List<String> words, List<String> of) {
        return words.size() == of.size() + 1
                && BEFORE.contains(words.get(0))
                && words.subList(1, words.size()).equals(of);
    }

    private static boolean oldAndNew(@Nullable Expr left, @Nullable Expr right) {
        return starts(left, "old", "prev", "previous", "last", "prior", "original", "before")
                        && starts(right, "new", "current", "updated", "next", "after", "fresh", "refreshed")
                || starts(right, "old", "prev", "previous", "last", "prior", "original", "before")
                        && starts(left, "new", "current", "updated", "next", "after", "fresh", "refreshed");
    }

    private static boolean starts(@Nullable Expr expr, String... words) {
        String name = Naming.ofRead(expr).toLowerCase(Locale.ROOT);
        List<String> parts = SecretNames.split(Naming.ofRead(expr));
        for (String word : words) {
            if (parts.contains(word) || name.startsWith(word)) {
                return true;
            }
        }
        return expr instanceof Expr.Call call && call.receiver() != null && starts(call.receiver(), words);
    }
}
