package dev.keywright.checks.rules.comparison;

import dev.keywright.checks.flow.Certainty;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Label;
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

/**
 * A bare {@code token} or {@code signature} is a secret by what it is compared with: with one that was given, received or
 * presented. {@code trigger.getToken().equals(givenToken)} compares what is kept with what somebody sent.
 */
final class BareWords {

    /** Made to be seen, or to be used once: nobody gains by guessing them. */
    private static final Set<String> OPEN = Set.of("nonce", "challenge", "checksum", "state", "salt", "id");

    /** What a bare word that means a secret ends with. */
    private static final Set<String> CLOSED = Set.of(
            "token",
            "tokens",
            "signature",
            "sig",
            "sign",
            "mac",
            "hmac",
            "ticket",
            "cookie",
            "crumb",
            "otp",
            "authenticity");

    /** What a one-time password is called where somebody types it. */
    private static final Set<String> TYPED = Set.of("otp", "code", "pin", "passcode");

    private static final Set<String> CHECKING = Set.of(
            "verify", "verifies", "validate", "validates", "check", "checks", "confirm", "valid", "matches", "is");

    private static final Set<String> VERIFYING =
            Set.of("verify", "verifies", "validate", "validates", "check", "checks", "confirm");

    private static final Set<String> PROVING = Set.of(
            "authenticate",
            "authenticates",
            "authenticated",
            "authentication",
            "authorize",
            "authorized",
            "authorization");

    private static final Set<String> KEEPERS =
            Set.of("session", "store", "storage", "config", "configuration", "database", "db", "settings", "server");

    private static final Set<String> SENDERS =
            Set.of("request", "header", "headers", "param", "parameter", "query", "form", "client", "cookie", "url");

    private BareWords() {}

    /** The secret when {@code kept} and {@code sent} are that; null when they are not. */
    static @Nullable Label compared(
            FlowView flow, Value kept, Value sent, @Nullable Expr keptExpr, @Nullable Expr sentExpr) {
        if (keptExpr == null || sentExpr == null || isParsing(flow) || kept.is(Flag.PRESENTED)) {
            return null;
        }
        return isSecret(flow, kept, sent, keptExpr, sentExpr) ? label(kept, sent) : null;
    }

    private static @Nullable Label label(Value kept, Value sent) {
        Label label = first(kept);
        return label != null ? label : first(sent);
    }

    /**
     * Whether the names alone say it, of variables of which nothing else is known: {@code headerToken.equals(savedToken)}, of a
     * lambda's parameters.
     */
    static boolean says(FlowView flow, Event.Comparison event) {
        Expr left = event.leftExpr();
        Expr right = event.rightExpr();
        return event.how() == Event.How.CALL
                && event.inner() == null
                && left != null
                && right != null
                && !isParsing(flow)
                && !Innocent.is(flow, event)
                && (isPair(flow, event.left(), event.right(), left, right)
                        || isPair(flow, event.right(), event.left(), right, left));
    }

    private static boolean isPair(FlowView flow, Value kept, Value sent, Expr keptExpr, Expr sentExpr) {
        return label(kept, sent) == null
                && !kept.is(Flag.PRESENTED)
                && sent.constant() == null
                && isSecret(flow, kept, sent, keptExpr, sentExpr);
    }

    private static boolean isSecret(FlowView flow, Value kept, Value sent, Expr keptExpr, Expr sentExpr) {
        Kind kind = bare(flow, keptExpr);
        if (kind == null
                || kind == Kind.MAC && isConstant(keptExpr)
                || isMagic(kept, keptExpr)
                || !isKept(flow, kept, keptExpr)) {
            return false;
        }
        boolean received = sent.is(Flag.PRESENTED);
        boolean named = isSent(flow, sentExpr) && bare(flow, sentExpr) == kind;
        boolean secure = kind == Kind.TOKEN
                || flow.names().hasWord("security", flow.type().simpleName());
        return received
                || named && secure
                || isTyped(flow, keptExpr, sentExpr)
                || isBesideSession(flow, keptExpr, sentExpr)
                || isCarried(flow, sent, keptExpr, sentExpr);
    }

    /** {@code ZIP64_EOCD_SIG}: what each file of a format begins with, which is called its signature, too. */
    private static boolean isConstant(Expr expr) {
        return expr instanceof Expr.Field field
                && field.isStatic()
                && field.name().equals(field.name().toUpperCase(Locale.ROOT));
    }

    /** {@code static final byte[] cookie = {'h', 'i'}}: written out, it tells one protocol from another. */
    private static boolean isMagic(Value kept, Expr expr) {
        return expr instanceof Expr.Field field
                && field.isStatic()
                && expr.type().dims() == 1
                && kept.is(Flag.LITERAL);
    }

    /** Whether an identifier may be such a word: it must be, for one to be compared. */
    static boolean isBare(String name) {
        int origin = name.indexOf("From");
        String said = origin > 0 ? name.substring(0, origin) : name;
        List<String> words = mayBe(said) ? SecretNames.split(said) : List.of();
        return !words.isEmpty()
                && CLOSED.contains(words.get(words.size() - 1))
                && !words.get(0).equals("is")
                && !words.get(0).equals("has");
    }

    private static boolean mayBe(String name) {
        int end = name.length();
        while (end > 0 && !Character.isLetter(name.charAt(end - 1))) {
            end--;
        }
        for (String word : CLOSED) {
            if (name.regionMatches(true, end - word.length(), word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isParsing(FlowView flow) {
        return flow.names().hasWord("parsing", flow.type().simpleName().replace("Token", ""));
    }

    /** The kind of secret that a bare word names; null for other words and for names that say more. */
    static @Nullable Kind bare(FlowView flow, Expr expr) {
        String name = Naming.ofRead(expr);
        String property = name.startsWith("get") && name.length() > 3 ? name.substring(3) : name;
        List<String> words = SecretNames.split(property);
        int from = words.indexOf("from");
        if (from > 0) {
            // tokenFromRequest: a token, and where it came from.
            property = String.join("_", words.subList(0, from));
            words = words.subList(0, from);
        }
        if (words.isEmpty()
                || !CLOSED.contains(words.get(words.size() - 1))
                || words.stream().anyMatch(OPEN::contains)
                || !isText(expr.type())) {
            return null;
        }
        return flow.names()
                .classify(property)
                .map(verdict -> verdict.kind())
                .filter(kind -> kind == Kind.TOKEN || kind == Kind.MAC)
                .orElse(null);
    }

    private static boolean isText(TypeRef type) {
        return type.dims() == 0
                        && (type.simpleName().equals("String")
                                || type.simpleName().startsWith("Base64")
                                || type.name().equals("?"))
                || type.dims() == 1 && type.name().equals("byte");
    }

    /** A field or a getter's answer, or a variable that this method did not get from its caller. */
    private static boolean isKept(FlowView flow, Value value, Expr expr) {
        if (value.labels().stream().anyMatch(label -> label.role() == Role.PRESENTED)) {
            return false;
        }
        if (expr instanceof Expr.Local local) {
            return flow.names().hasWord("expected", local.name())
                    || isOfSession(local)
                    || isHandedIn(flow, local)
                    || comesFrom(local.name(), KEEPERS);
        }
        return expr instanceof Expr.Field
                || expr instanceof Expr.Call call
                        && call.receiver() != null
                        && call.args().isEmpty();
    }

    /** {@code sessionToken} beside the one of the request. */
    private static boolean isOfSession(Expr.Local local) {
        List<String> words = SecretNames.split(local.name());
        return words.size() == 2
                && words.get(0).equals("session")
                && words.get(1).equals("token");
    }

    /** {@code validToken(request)} with {@code token.equals(sessionToken)}. */
    private static boolean isBesideSession(FlowView flow, Expr kept, Expr sent) {
        return kept instanceof Expr.Local own
                && isOfSession(own)
                && sent instanceof Expr.Local local
                && local.name().equals("token")
                && SecretNames.says(flow.method().name(), CHECKING);
    }

    /** {@code authenticates(token, givenToken)}: a helper that is told both. */
    private static boolean isHandedIn(FlowView flow, Expr.Local local) {
        boolean parameter = flow.method().isParameter(local);
        return parameter
                && !flow.names().hasWord("presented", local.name())
                && SecretNames.says(flow.method().name(), PROVING);
    }

    /** {@code verify(user, code)} with {@code user.getOtp().equals(code)}. */
    private static boolean isTyped(FlowView flow, Expr kept, Expr sent) {
        return lastWord(kept).equals("otp")
                && sent instanceof Expr.Local local
                && flow.method().isParameter(local)
                && TYPED.contains(lastWord(sent))
                && SecretNames.says(flow.method().name(), CHECKING);
    }

    /** {@code validateToken(carrier)} with {@code expectedToken.equals(carrier.getToken())}. */
    private static boolean isCarried(FlowView flow, Value sent, Expr kept, Expr carried) {
        return kept instanceof Expr.Local expected
                && flow.names().hasWord("expected", expected.name())
                && carried instanceof Expr.Call getter
                && getter.receiver() instanceof Expr.Local
                && getter.args().isEmpty()
                && sent.constant() == null
                && lastWord(kept).equals(lastWord(carried))
                && SecretNames.says(flow.method().name(), VERIFYING);
    }

    private static String lastWord(Expr expr) {
        List<String> words = SecretNames.split(Naming.ofRead(expr));
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    private static boolean isSent(FlowView flow, Expr expr) {
        return expr instanceof Expr.Local local
                && (flow.names().hasWord("presented", local.name()) || comesFrom(local.name(), SENDERS));
    }

    /** {@code tokenFromSession}, {@code tokenFromRequest}. */
    private static boolean comesFrom(String name, Set<String> places) {
        List<String> words = SecretNames.split(name);
        int from = words.indexOf("from");
        return from > 0 && words.subList(from + 1, words.size()).stream().anyMatch(places::contains);
    }

    private static @Nullable Label first(Value value) {
        return value.labels().stream()
                .filter(label -> label.certainty() == Certainty.HINTED || label.kind() == Kind.TOKEN)
                .findFirst()
                .orElse(null);
    }
}
