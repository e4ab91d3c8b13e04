package dev.keywright.checks.flow;

import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.SecretNames;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parts cut out of a credential. What stands before the first separator is public by convention: the scheme of {@code Basic
 * dXNlcjpwYXNz}, the user of {@code user:password}, the id of {@code id.secret}, the header of a JWT, the algorithm of {@code
 * sha256=…}. The rest is, or holds, the secret.
 */
final class Cuts {

    /** The key under which a split text's first part stands in {@link Value#contents()}. */
    private static final String HEAD = "[0]";

    /** What a hash was made with stands before it: {@code $argon2id$v=19$m=…$salt$hash}, {@code $2a$10$…}. */
    private static final Set<String> DOLLARS = Set.of("$", "\\$", "[$]");

    private static final List<String> ALGORITHM_AND_COST = List.of("[1]", "[2]");

    /** Stands in the contents of a text that was cut at its dots. */
    private static final String DOTTED = "[.]";

    private static final Set<String> DOTS = Set.of(".", "\\.", "[.]");

    private static final Set<String> SEPARATORS = Set.of(
            ":",
            " ",
            ".",
            "=",
            "\\s",
            "\\s+",
            " +",
            "[ ]",
            "\\.",
            "[.]",
            "[:]",
            "\\s*:\\s*",
            "\\:",
            "\\|",
            "$",
            "\\$",
            "[$]");

    /** Where the signature of a token is written as one of its fields: {@code ;s=}, {@code &sig=}. */
    private static final Pattern SIGNATURE_FIELD =
            Pattern.compile("[;&,|?.: ]?[a-z]?(?:s|sig|sign|signature|mac|hmac)[=:]", Pattern.CASE_INSENSITIVE);

    /** A few characters from either end tell nobody the rest. */
    static final int SHORT = 8;

    private static final String SAMPLE = "k7Qx2LmP9wZr4TbV8sNc";

    /** How often a pattern may look at a character of the sample: some need longer for it than anybody has. */
    private static final int LOOKS = 20_000;

    private static final int LONGEST_PATTERN = 60;

    private static final Set<String> DECODING = Set.of("decode", "decoded", "unbase");

    private Cuts() {}

    /** The result of a call that cuts a text; null when the call is no such one. */
    static @Nullable Value value(CallSite site) {
        if (site.args().isEmpty()) {
            return isCharacters(site) ? Value.CLEAN : null;
        }
        return switch (site.method().name()) {
            case "substring" -> substring(site);
            case "split", "delimitedListToStringArray", "tokenizeToStringArray" -> split(site);
            case "substringBefore" -> before(site);
            case "indexOf" -> position(site);
            case "lastIndexOf" -> lastDot(site);
            case "charAt" -> character(site);
            case "max" -> tail(site);
            case "replaceAll" -> starred(site);
            default -> claims(site);
        };
    }

    /** {@code decoder.decode(token.split("\\.")[1])}: what a token claims is said openly; it is its signature that opens doors. */
    private static @Nullable Value claims(CallSite site) {
        Value part = site.args().get(0);
        boolean decodes = part.is(Flag.CLAIMS) && SecretNames.says(site.method().name(), DECODING);
        return decodes
                        && part.labels().stream().allMatch(label -> label.kind() == Kind.TOKEN)
                        && !part.labels().isEmpty()
                ? head(part)
                : null;
    }

    /** {@code password.chars()}: one character by itself tells nobody the rest. */
    private static boolean isCharacters(CallSite site) {
        return site.receiverExpr() != null
                && (site.method().name().equals("chars") || site.method().name().equals("codePoints"));
    }

    /** {@code password.replaceAll(".", "*")}: what it makes of a text tells whether it hides one. */
    private static @Nullable Value starred(CallSite site) {
        if (site.args().size() != 2
                || !(site.args().get(0).constant() instanceof String pattern)
                || !(site.args().get(1).constant() instanceof String mask)
                || pattern.length() > LONGEST_PATTERN) {
            return null;
        }
        try {
            String shown = Pattern.compile(pattern).matcher(new Sample()).replaceAll(mask);
            long left = shown.chars()
                    .filter(c -> SAMPLE.indexOf(c) >= 0 && mask.indexOf(c) < 0)
                    .count();
            return left <= SHORT ? Value.CLEAN : null;
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException | StackOverflowError e) {
            return null;
        }
    }

    private static final class Sample implements CharSequence {

        private int looks;

        @Override
        public int length() {
            return SAMPLE.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > LOOKS) {
                throw new IllegalStateException();
            }
            return SAMPLE.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return SAMPLE.subSequence(start, end);
        }

        @Override
        public String toString() {
            return SAMPLE;
        }
    }

    /** The part of a split text that an index names. */
    static Value element(Value array, @Nullable Object index) {
        Value head = array.contents().get(HEAD);
        if (head != null && Integer.valueOf(0).equals(index)) {
            return head;
        }
        Value open = head == null || index == null ? null : array.contents().get("[" + index + "]");
        if (open != null) {
            return open;
        }
        if (array.contents().containsKey(DOTTED) && Integer.valueOf(1).equals(index)) {
            return array.element().with(Flag.CLAIMS);
        }
        String key = head == null ? Sequences.keyOf(index) : null;
        return key != null && (!array.contents().isEmpty() || array.isHandedIn()) ? array.entry(key) : array.element();
    }

    private static @Nullable Value substring(CallSite site) {
        if (site.args().size() == 2 && number(site.args().get(0)) == 0) {
            int end = number(site.args().get(1));
            if (end > 0 && end <= SHORT) {
                return Value.CLEAN;
            }
            return site.args().get(1).is(Flag.POSITION) ? head(site.receiver()) : null;
        }
        return site.args().size() == 1 && site.args().get(0).is(Flag.TAIL) ? Value.CLEAN : null;
    }

    /** {@code Math.max(0, text.length() - 7)}. */
    private static @Nullable Value tail(CallSite site) {
        boolean end = site.args().size() == 2
                && (site.args().get(0).is(Flag.TAIL) || site.args().get(1).is(Flag.TAIL));
        return end ? Value.NONE.with(Flag.TAIL) : null;
    }

    /** {@code text.length() - 7}. */
    static boolean isTail(Expr.Binary binary, Value right) {
        boolean length = binary.left() instanceof Expr.ArrayLength
                || binary.left() instanceof Expr.Call call
                        && call.args().isEmpty()
                        && call.method().name().equals("length");
        int count = number(right);
        return binary.op() == BinaryOp.MINUS && length && count > 0 && count <= SHORT;
    }

    private static @Nullable Value split(CallSite site) {
        // text.split(separator), or a helper's split(text, separator).
        boolean helper = !site.method().name().equals("split") || site.receiverExpr() == null;
        if (helper && site.args().size() < 2) {
            return null;
        }
        Value text = helper ? site.args().get(0) : site.receiver();
        if (text.isNone() || !separates(site.args().get(helper ? 1 : 0))) {
            return null;
        }
        Value whole = text.carried();
        Value parts = Value.NONE.holding(HEAD, head(text)).holding(Value.ELEMENTS, whole);
        Object separator = site.args().get(helper ? 1 : 0).constant();
        if (separator != null && DOLLARS.contains(separator.toString())) {
            for (String part : ALGORITHM_AND_COST) {
                parts = parts.holding(part, head(text));
            }
        }
        return separator != null && DOTS.contains(separator.toString()) ? parts.holding(DOTTED, whole) : parts;
    }

    /** {@code StringUtils.substringBefore(header, " ")}. */
    private static @Nullable Value before(CallSite site) {
        return site.args().size() == 2 && separates(site.args().get(1))
                ? head(site.args().get(0))
                : null;
    }

    /** Where the first separator stands. */
    private static @Nullable Value position(CallSite site) {
        return site.receiverExpr() != null
                        && (separates(site.args().get(0))
                                || isSignatureField(site.args().get(0)))
                        && !site.receiver().isNone()
                ? Value.NONE.with(Flag.POSITION)
                : null;
    }

    /** Where the signature of a token starts, or the secret of a key: what stands before is of no use without it. */
    private static @Nullable Value lastDot(CallSite site) {
        Object constant = site.args().get(0).constant();
        return constant != null && constant.toString().equals(".") ? position(site) : null;
    }

    private static boolean separates(Value separator) {
        Object constant = separator.constant();
        return constant != null && SEPARATORS.contains(constant.toString());
    }

    private static boolean isSignatureField(Value text) {
        return text.text() != null && SIGNATURE_FIELD.matcher(text.text()).matches();
    }

    /** Where it came from, and no secret. */
    private static Value head(Value text) {
        Value head = Value.NONE;
        for (Flag flag : List.of(Flag.PRESENTED, Flag.CONFIGURED, Flag.WEAK_RANDOM, Flag.STRONG_RANDOM)) {
            head = text.is(flag) ? head.with(flag) : head;
        }
        return head;
    }

    /** {@code text.length() - 1}. */
    private static boolean isFromEnd(Expr index) {
        return index instanceof Expr.Binary minus
                && minus.op() == BinaryOp.MINUS
                && minus.left() instanceof Expr.Call length
                && length.method().name().equals("length")
                && minus.right() instanceof Expr.Literal;
    }

    /** A character of a text that is known. */
    private static @Nullable Value character(CallSite site) {
        String text = site.receiver().text();
        int index = number(site.args().get(0));
        if (!site.receiver().labels().isEmpty()
                && (index >= 0 || isFromEnd(site.argExprs().get(0)))) {
            return Value.CLEAN; // a certain one, not each in its turn
        }
        return text != null
                        && index >= 0
                        && index < text.length()
                        && site.receiver().labels().isEmpty()
                ? Value.constant(text.charAt(index))
                : null;
    }

    private static int number(Value value) {
        return value.constant() instanceof Integer number ? number : -1;
    }
}
