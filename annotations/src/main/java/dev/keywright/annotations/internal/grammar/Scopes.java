package dev.keywright.annotations.internal.grammar;

import java.util.regex.Pattern;

/** Scopes such as {@code orders:write}, held ones also with a wildcard at the end: {@code orders:*}. */
public final class Scopes {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9:._*-]*");
    private static final int LONGEST = 128;

    private Scopes() {}

    /**
     * Checks the form of one scope.
     *
     * @throws GrammarException when it does not follow {@code [a-z0-9][a-z0-9:._*-]*} or has more than 128 characters
     */
    public static void check(String scope) {
        if (scope.length() > LONGEST || !FORM.matcher(scope).matches()) {
            throw new GrammarException(
                    "'" + scope + "' is not a scope; a scope starts with a lower-case letter or digit"
                            + " and goes on with those, ':', '.', '_', '-' or '*', as in \"orders:write\".");
        }
    }

    /** Whether a held scope grants a wanted one: the same, or {@code orders:*} for whatever starts with {@code orders:}. */
    public static boolean grants(String held, String wanted) {
        if (held.endsWith(":*")) {
            String stem = held.substring(0, held.length() - 1);
            return wanted.length() > stem.length() && wanted.startsWith(stem);
        }
        return held.equals(wanted);
    }
}
