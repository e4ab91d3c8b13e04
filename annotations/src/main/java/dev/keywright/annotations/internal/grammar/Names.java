package dev.keywright.annotations.internal.grammar;

import java.util.regex.Pattern;

/** Names of header fields, and names under which the configuration holds secrets and stores. */
public final class Names {

    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}");
    private static final Pattern CONFIGURED = Pattern.compile("[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*");
    private static final int LONGEST = 64;
    private static final int LONGEST_WORD = 24;

    private Names() {}

    /**
     * Checks an HTTP field name (RFC 9110, section 5.1).
     *
     * @throws GrammarException when it is not a token
     */
    public static void checkHeader(String name) {
        if (!FIELD_NAME.matcher(name).matches()) {
            throw new GrammarException(
                    "'" + name + "' is not a header name; write letters, digits and '-', as in" + " \"X-API-Key\".");
        }
    }

    /**
     * Checks the name of a secret. A value that looks like a secret itself is refused without being repeated.
     *
     * @throws GrammarException when it is no name
     */
    public static void checkSecret(String name) {
        if (name.length() > LONGEST || !CONFIGURED.matcher(name).matches() || looksRandom(name)) {
            throw new GrammarException("This must be the name of a secret in the configuration, as \"shop-webhook\","
                    + " never the secret itself: lower-case words joined by '-' or '.', at most 64 characters.");
        }
    }

    /**
     * Checks the name of a store or verifier.
     *
     * @throws GrammarException when it is no name
     */
    public static void checkStore(String name) {
        if (name.length() > LONGEST || !CONFIGURED.matcher(name).matches()) {
            throw new GrammarException(
                    "'" + name + "' is not a name; write lower-case words joined by '-' or '.', as in \"partners\".");
        }
    }

    /** One long word, or one that mixes letters and digits again and again, is a value and not a name. */
    private static boolean looksRandom(String name) {
        for (String word : name.split("[.-]", -1)) {
            if (word.length() > LONGEST_WORD || (word.length() >= 12 && changes(word) >= 4)) {
                return true;
            }
        }
        return false;
    }

    private static int changes(String word) {
        int changes = 0;
        for (int i = 1; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i)) != Character.isDigit(word.charAt(i - 1))) {
                changes++;
            }
        }
        return changes;
    }
}
