package dev.keywright.annotations.internal.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a request's body names the account that somebody logs in to: a JSON pointer (RFC 6901) such as {@code /user/email},
 * or the name of a form field such as {@code username}.
 *
 * @param members the names of the members on the way, from the outermost
 * @param isPointer whether it is a pointer into a JSON body; else it is the field of a form
 */
public record AccountPath(List<String> members, boolean isPointer) {

    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.\\[\\]-]{0,127}");
    private static final int LONGEST = 256;
    private static final int DEEPEST = 16;

    /** Copies the names. */
    public AccountPath {
        members = List.copyOf(members);
    }

    /**
     * Parses a path.
     *
     * @throws GrammarException when it is neither a JSON pointer to a member nor the name of a form field
     */
    public static AccountPath parse(String text) {
        if (!text.startsWith("/")) {
            if (!FIELD.matcher(text).matches()) {
                throw new GrammarException("This must say where the body names the account: a JSON pointer, as"
                        + " \"/user/email\", or the name of a form field, as \"username\".");
            }
            return new AccountPath(List.of(text), false);
        }
        List<String> members = new ArrayList<>();
        for (String token : text.substring(1).split("/", -1)) {
            members.add(unescape(token, text));
        }
        if (text.length() > LONGEST || members.size() > DEEPEST) {
            throw new GrammarException("A JSON pointer to the account has at most " + DEEPEST + " members and "
                    + LONGEST + " characters.");
        }
        return new AccountPath(members, true);
    }

    private static String unescape(String token, String whole) {
        StringBuilder name = new StringBuilder(token.length());
        boolean wrong = token.isEmpty();
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c == '~') {
                i++;
                char escaped = i < token.length() ? token.charAt(i) : ' ';
                wrong |= escaped != '0' && escaped != '1';
                name.append(escaped == '1' ? '/' : '~');
            } else {
                wrong |= Character.isISOControl(c);
                name.append(c);
            }
        }
        if (wrong) {
            throw new GrammarException(
                    "'" + whole + "' is not a JSON pointer to a member; write one as \"/user/email\","
                            + " with ~0 for '~' and ~1 for '/' within a name.");
        }
        return name.toString();
    }
}
