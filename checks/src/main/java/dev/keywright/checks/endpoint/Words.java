package dev.keywright.checks.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits names and paths into words, so that {@code passwordReset} and {@code /password/reset} read alike. */
public final class Words {

    private Words() {}

    /** The words of a name in camel, snake, kebab or upper case, or of a path, in lower case. */
    public static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || !Character.isLetterOrDigit(name.charAt(i))) {
                add(words, name, start, i);
                start = i + 1;
            } else if (i > start && startsWord(name, i)) {
                add(words, name, start, i);
                start = i;
            }
        }
        return words;
    }

    /** Whether {@code words} has {@code phrase}, written with blanks, as neighbours. */
    public static boolean contain(List<String> words, String phrase) {
        List<String> parts = List.of(phrase.split(" "));
        for (int i = 0; i + parts.size() <= words.size(); i++) {
            if (areSame(words.subList(i, i + parts.size()), parts)) {
                return true;
            }
        }
        return false;
    }

    /** {@code login2} is one more {@code login}. */
    private static boolean areSame(List<String> words, List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            String word = words.get(i);
            int end = word.length();
            while (end > 1 && Character.isDigit(word.charAt(end - 1))) {
                end--;
            }
            if (!word.equals(parts.get(i)) && !word.substring(0, end).equals(parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a name has one of the phrases among its words. */
    static boolean say(String name, List<String> phrases) {
        List<String> words = of(name);
        return phrases.stream().anyMatch(phrase -> contain(words, phrase));
    }

    private static boolean startsWord(String name, int i) {
        if (!Character.isUpperCase(name.charAt(i))) {
            return false;
        }
        boolean afterUpper = Character.isUpperCase(name.charAt(i - 1));
        boolean beforeLower = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return !afterUpper || beforeLower;
    }

    private static void add(List<String> words, String name, int start, int end) {
        if (end > start) {
            words.add(name.substring(start, end).toLowerCase(Locale.ROOT));
        }
    }
}
