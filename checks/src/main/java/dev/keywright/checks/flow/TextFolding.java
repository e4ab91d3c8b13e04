package dev.keywright.checks.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the methods of a text make of one that is known: {@code "hmacsha256".replace("256", "1")}. */
final class TextFolding {

    private static final int LONGEST = 2_000;

    private TextFolding() {}

    /** The text that a call gives; null when it is not known, or the call is none of these. */
    static @Nullable Value value(CallSite site) {
        if (site.receiverExpr() == null && !site.method().name().equals("valueOf")
                || site.args().size() > 2
                || !isPlain(site.receiver())
                || !site.args().stream().allMatch(TextFolding::isPlain)) {
            return null;
        }
        List<Object> args = new ArrayList<>();
        for (Value arg : site.args()) {
            if (arg.constant() != null) {
                args.add(arg.constant());
            }
        }
        if (args.size() < site.args().size()) {
            return null;
        }
        String text = site.receiver().text();
        String made = text == null
                ? written(site, args)
                : text.length() > LONGEST ? null : changed(text, site.method().name(), args);
        if (made == null || made.length() > LONGEST) {
            return null;
        }
        Value result = Value.constant(made);
        for (Flag flag : List.of(Flag.OPEN, Flag.WRITTEN)) {
            boolean any = site.receiver().is(flag) || site.args().stream().anyMatch(arg -> arg.is(flag));
            result = any ? result.with(flag) : result;
        }
        return result;
    }

    private static boolean isPlain(Value value) {
        return value.labels().isEmpty() && value.inputs().isEmpty();
    }

    /** {@code String.valueOf(4711)}. */
    private static @Nullable String written(CallSite site, List<Object> args) {
        return site.method().name().equals("valueOf")
                        && site.method().owner().simpleName().equals("String")
                        && args.size() == 1
                        && !(args.get(0) instanceof String)
                ? String.valueOf(args.get(0))
                : null;
    }

    private static @Nullable String changed(String text, String method, List<Object> args) {
        if (args.isEmpty()) {
            return switch (method) {
                case "toLowerCase" -> text.toLowerCase(Locale.ROOT);
                case "toUpperCase" -> text.toUpperCase(Locale.ROOT);
                case "trim", "strip" -> text.strip();
                default -> null;
            };
        }
        Object first = args.get(0);
        if (args.size() == 1) {
            return method.equals("substring") && first instanceof Integer from && from >= 0 && from <= text.length()
                    ? text.substring(from)
                    : null;
        }
        Object second = args.get(1);
        if (method.equals("substring") && first instanceof Integer from && second instanceof Integer to) {
            return from >= 0 && from <= to && to <= text.length() ? text.substring(from, to) : null;
        }
        return method.equals("replace") && !String.valueOf(first).isEmpty() && text.length() < LONGEST / 4
                ? text.replace(String.valueOf(first), String.valueOf(second))
                : null;
    }
}
