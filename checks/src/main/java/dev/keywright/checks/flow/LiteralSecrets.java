package dev.keywright.checks.flow;

import dev.keywright.checks.models.SecretNames;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a literal text may be a secret itself, and not the name of one, a placeholder or a word. */
public final class LiteralSecrets {

    private static final Pattern NAME = Pattern.compile("[-_]*[A-Za-z]+(?:[-_.:/,; ]+[A-Za-z]*)*");
    private static final Pattern ALGORITHM = Pattern.compile(
            "(?i)(?:hmac|pbe|pbkdf|aes|des|rsa|ecdsa|ec|hs|rs|es|ps|sha|md|x|base|utf|iso)[a-z]*[-_/]?(?:(?:sha|md)[-_/]?)?\\d.*");
    /** {@code createKey(String,Long)}: a method and the types that it takes. */
    private static final Pattern SIGNATURE =
            Pattern.compile("[a-z]\\w*\\((?:[A-Z][\\w.<>\\[\\]]*(?:,[A-Z][\\w.<>\\[\\]]*)*)?\\)");
    /** Groups, classes and repetitions, as only patterns have them. */
    private static final Pattern REGEX =
            Pattern.compile("\\(\\?[:=!<imsux]|\\.[*+]\\??\\)|\\[\\^|\\\\[dswb][+*{]|\\][+*]");

    private static final List<String> PLACEHOLDERS = List.of(
            "changeme",
            "change_me",
            "change-me",
            "placeholder",
            "example",
            "your",
            "todo",
            "xxx",
            "***",
            "dummy",
            "unused",
            "insert",
            "replace",
            "redacted",
            "masked",
            "hidden",
            "none",
            "null",
            "undefined",
            "n/a",
            "unset");

    /** {@code fs.s3a.encryption.key}, {@code org.example.v2.TokenProvider}: words in a row, hardly a digit among them. */
    private static final Pattern DOTTED = Pattern.compile(
            "[A-Za-z][A-Za-z_-]*(?:\\d[A-Za-z_-]*)?" + "(?:\\.[A-Za-z_][A-Za-z_-]*(?:\\d[A-Za-z_-]*)?){2,}");

    /** {@code at+jwt}: a media type, by its suffix (RFC 6839). */
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z][a-z.-]*\\+(?:jwt|json|xml|cbor|cwt)");

    private static final Pattern MASK = Pattern.compile(
            "[*\\u2022#xX.-]{3,}|[<\\[(*]*(?i:masked|hidden|redacted|removed|protected|censored)[>\\])*]*");

    private LiteralSecrets() {}

    /** {@code "******"}, {@code "<hidden>"}: what is shown in place of a secret. */
    static boolean isMask(@Nullable String text) {
        return text != null && MASK.matcher(text).matches();
    }

    /** Long and without a word's end anywhere: "your" in it is chance. */
    public static boolean isRandom(String text) {
        boolean digit = false;
        boolean upper = false;
        boolean lower = false;
        int same = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            same = i > 0 && c == text.charAt(i - 1) ? same + 1 : 0;
            if (same > 5 && Character.isLetter(c)) {
                return false; // NzUyYTXXXXXXXXMDI4: what was there is left out
            }
            digit |= c >= '0' && c <= '9';
            upper |= c >= 'A' && c <= 'Z';
            lower |= c >= 'a' && c <= 'z';
            if (!Character.isLetterOrDigit(c) && c != '+' && c != '/' && c != '=') {
                return false;
            }
        }
        return digit
                && upper
                && lower
                && (text.length() >= 40 && !isInWords(text) || text.length() >= 24 && isMixed(text));
    }

    /** As letters and digits fall where they are drawn, and not where words begin: {@code PsE0wyi3uivu9HdQ}. */
    private static boolean isMixed(String text) {
        int changes = 0;
        int digits = 0;
        for (int i = 1; i < text.length(); i++) {
            boolean digit = Character.isDigit(text.charAt(i));
            if (sort(text.charAt(i)) != sort(text.charAt(i - 1))) {
                changes++;
                digits += digit ? 1 : 0;
            }
        }
        return digits >= 3 && changes * 5 >= text.length() * 2;
    }

    /** {@code http2AllowGracefulShutdownOfConnectionsInUse}: large letters begin words, and hardly a number is among them. */
    private static boolean isInWords(String text) {
        int numbers = 0;
        int changes = 0;
        for (int i = 1; i < text.length(); i++) {
            boolean change = sort(text.charAt(i)) != sort(text.charAt(i - 1));
            changes += change ? 1 : 0;
            numbers += change && Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return numbers < 3 && changes * 2 < text.length();
    }

    private static int sort(char c) {
        return Character.isDigit(c) ? 0 : Character.isUpperCase(c) ? 1 : 2;
    }

    /**
     * Whether a literal is but the name under which a secret is kept: {@code CSRF_TOKEN = "appCsrfToken"} ends with the
     * words of what it is called.
     */
    public static boolean isNameOf(String name, String text) {
        if (isSpelled(name, text)) {
            return true;
        }
        List<String> called = SecretNames.split(name);
        List<String> said = SecretNames.split(text);
        return Character.isLetter(text.charAt(text.length() - 1))
                && (endsWith(said, called)
                        // S3A_ACCESS_KEY = "s3a.accessKeyId": a property that is named after more than one thing.
                        || text.indexOf('.') > 0
                                && called.size() > 2
                                && holds(said, called.subList(called.size() - 2, called.size()))
                        // BLOB_ACCESS_KEY = "app2_blob_access": the key of an entry.
                        || called.get(called.size() - 1).equals("key")
                                && endsWith(said, called.subList(0, called.size() - 1)));
    }

    /** {@code TLS_PSK_WITH_AES_256 = "TLS-PSK-WITH-AES-256"}: letter by letter, digits at the end included. */
    private static boolean isSpelled(String name, String text) {
        String letters = bare(text);
        return letters.length() >= 8 && letters.equals(bare(name));
    }

    private static String bare(String text) {
        StringBuilder letters = new StringBuilder();
        text.chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) Character.toLowerCase(c)));
        return letters.toString();
    }

    private static boolean endsWith(List<String> said, List<String> called) {
        int before = said.size() - called.size();
        return called.size() > 1
                && before >= 0
                && said.subList(before, said.size()).equals(called);
    }

    private static boolean holds(List<String> said, List<String> words) {
        return said.size() > words.size() && Collections.indexOfSubList(said, words) > 0;
    }

    /** {@code sEcReTwOrD}: no name is written with every other letter large. */
    private static boolean isDisguised(String text) {
        int letters = 0;
        int turns = 0;
        for (int i = 0; i < text.length(); i++) {
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
            turns += i > 0
                            && Character.isLetter(text.charAt(i))
                            && Character.isLetter(text.charAt(i - 1))
                            && Character.isUpperCase(text.charAt(i)) != Character.isUpperCase(text.charAt(i - 1))
                    ? 1
                    : 0;
        }
        return letters >= 8 && turns * 10 >= letters * 7;
    }

    /** Whether a text looks random enough, or chosen as a password is: letters with digits or signs, no name, no pattern. */
    public static boolean looksSecret(@Nullable String text) {
        if (text == null || text.length() < 6 || text.length() > 4_000 || text.isBlank()) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (text.contains("${")
                || text.contains("#{")
                || text.contains("{{")
                || text.contains("%{")
                || text.startsWith("<")
                || text.contains("%s")
                || text.contains("://")
                || text.indexOf(' ') >= 0
                || text.indexOf('\n') >= 0
                || text.startsWith("/")
                || REGEX.matcher(text).find()
                || SIGNATURE.matcher(text).matches()
                || MEDIA_TYPE.matcher(text).matches()
                || text.startsWith("--")
                // A uniform resource name is the name of something (RFC 8141).
                || lower.startsWith("urn:")
                || !isRandom(text) && PLACEHOLDERS.stream().anyMatch(lower::contains)) {
            return false;
        }
        if (NAME.matcher(text).matches() && !isDisguised(text)
                || !text.startsWith("www.")
                        && DOTTED.matcher(text).matches()
                        && text.chars().filter(Character::isDigit).count() < 3
                || ALGORITHM.matcher(text).matches() && !isRandom(text)) {
            return false;
        }
        return text.chars().distinct().count() >= 4;
    }
}
