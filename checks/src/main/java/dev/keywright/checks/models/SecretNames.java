package dev.keywright.checks.models;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What names mean: words that make a name a secret's, words that need a second sign, and words that end the suspicion. A
 * name is split into words; the secret's word must stand at its end, because what stands there is what the name is the name
 * of: {@code userPassword} is a password, {@code passwordField} a field. Thread-safe.
 */
public final class SecretNames {

    private static final int CACHE_LIMIT = 50_000;
    private static final Map<String, List<String>> SPLIT = new ConcurrentHashMap<>();

    private final Map<String, NameVerdict> phrases;
    private final Map<String, NameVerdict> packed;
    private final Map<String, Set<String>> words;
    private final Set<String> enders;
    private final Set<String> breakers;
    private final Set<String> neutral;
    private final Set<String> hashedWords;
    private final Set<String> harmless;
    private final int longest;
    /** By three letters in a row: whether the longest word of any phrase begins so. */
    private final BitSet beginnings = new BitSet(1 << 15);

    private final Map<String, Optional<NameVerdict>> cache = new ConcurrentHashMap<>();

    private SecretNames(Map<String, NameVerdict> phrases, Map<String, Set<String>> words, Set<String> harmless) {
        this.phrases = phrases;
        this.words = words;
        this.enders = words.getOrDefault("never", Set.of());
        this.breakers = words.getOrDefault("breaks", Set.of());
        this.neutral = words.getOrDefault("neutral", Set.of());
        this.hashedWords = words.getOrDefault("hashed", Set.of());
        this.harmless = harmless;
        this.packed = new HashMap<>();
        int most = 1;
        for (Map.Entry<String, NameVerdict> phrase : phrases.entrySet()) {
            packed.put(phrase.getKey().replace(" ", ""), phrase.getValue());
            String[] parts = phrase.getKey().split(" ");
            most = Math.max(most, parts.length);
            begin(parts);
        }
        this.longest = most;
    }

    private void begin(String[] parts) {
        String word = "";
        for (String part : parts) {
            word = part.length() > word.length() ? part : word;
        }
        if (word.length() < 3) {
            beginnings.set(0, 1 << 15); // every name may hold it
        } else {
            beginnings.set(letters(word.charAt(0), word.charAt(1), word.charAt(2)));
        }
    }

    private static int letters(char first, char second, char third) {
        return (lower(first) & 31) << 10 | (lower(second) & 31) << 5 | lower(third) & 31;
    }

    private static int lower(char c) {
        return c < 128 ? c | 32 : Character.toLowerCase(c);
    }

    /** Whether a name may hold a phrase: nearly all names hold none, and that can be told at once. */
    private boolean mayHoldPhrase(String name) {
        for (int i = name.length() - 3; i >= 0; i--) {
            if (beginnings.get(letters(name.charAt(i), name.charAt(i + 1), name.charAt(i + 2)))) {
                return true;
            }
        }
        return false;
    }

    static SecretNames builtIn() {
        Map<String, NameVerdict> phrases = new HashMap<>();
        Map<String, Set<String>> words = new HashMap<>();
        for (String row : Models.resource("names.models").split("\\R")) {
            String line = row.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(':');
            String[] head = line.substring(0, colon).strip().split(" ");
            for (String phrase : line.substring(colon + 1).split(",")) {
                if (head.length == 2) {
                    Kind kind = Kind.valueOf(head[1].toUpperCase(Locale.ROOT));
                    phrases.put(phrase.strip(), new NameVerdict(kind, head[0].equals("strong"), false));
                } else {
                    words.computeIfAbsent(head[0], key -> new HashSet<>()).add(phrase.strip());
                }
            }
        }
        return new SecretNames(phrases, words, Set.of());
    }

    SecretNames with(Set<String> secret, Set<String> harmlessNames) {
        Map<String, NameVerdict> more = new HashMap<>(phrases);
        for (String name : secret) {
            more.put(String.join(" ", split(name)), new NameVerdict(Kind.KEY, true, false));
        }
        Set<String> less = new HashSet<>(harmless);
        harmlessNames.forEach(name -> less.add(String.join(" ", split(name))));
        return new SecretNames(more, words, less);
    }

    /** What a variable's, field's, method's, header's or property's name says; empty when it names no secret. */
    public Optional<NameVerdict> classify(String name) {
        if (name.length() < 2 || name.length() > 120 || !mayHoldPhrase(name)) {
            return Optional.empty();
        }
        Optional<NameVerdict> known = cache.get(name);
        if (known == null) {
            known = judge(split(name));
            if (cache.size() < CACHE_LIMIT) {
                cache.put(name, known);
            }
        }
        return known;
    }

    private Optional<NameVerdict> judge(List<String> all) {
        List<String> parts = joined(all);
        if (parts.isEmpty()
                || harmless.contains(String.join(" ", parts))
                || breakers.contains(parts.get(0)) && !endsWithCipherKey(parts)) {
            return Optional.empty();
        }
        // "passcodeInPassword", "SECRET_IN_HEADER" say where something is; "tokenIn" is one that comes in.
        int where = parts.indexOf("in");
        if (where > 0 && where < parts.size() - 1) {
            return Optional.empty();
        }
        // "hmacWithSha1" is an algorithm.
        int with = parts.indexOf("with");
        if (with > 0 && with + 1 < parts.size() && hashedWords.contains(parts.get(with + 1))) {
            return Optional.empty();
        }
        // The head of "sessionIdFromToken" is an id.
        for (int i = 1; i < parts.size(); i++) {
            if (words.getOrDefault("preposition", Set.of()).contains(parts.get(i))) {
                parts = new ArrayList<>(parts.subList(0, i));
            }
        }
        boolean hashed = false;
        while (parts.size() > 1) {
            String last = parts.get(parts.size() - 1);
            if (hashedWords.contains(last) && phraseAtEnd(parts.subList(0, parts.size() - 1)) != null) {
                hashed = true;
            } else if (!neutral.contains(last) || phraseAtEnd(parts) != null) {
                break;
            }
            parts.remove(parts.size() - 1);
        }
        String last = parts.get(parts.size() - 1);
        if (enders.contains(last)) {
            return Optional.empty();
        }
        boolean cipherKey = endsWithCipherKey(parts);
        for (String part : parts) {
            if (hashedWords.contains(part)) {
                hashed = true;
            }
            if (breakers.contains(part) && !(cipherKey && (part.equals("cipher") || part.equals("encrypt")))) {
                return Optional.empty();
            }
        }
        NameVerdict verdict = phraseAtEnd(parts);
        if (verdict == null) {
            return Optional.empty();
        }
        hashed &= !isHashingSecret(parts);
        boolean weakHash = hashed && !verdict.strong();
        return Optional.of(
                new NameVerdict(hashed ? Kind.DIGEST : verdict.kind(), verdict.strong() && !weakHash, hashed));
    }

    /** {@code vnpayHashSecret}: the secret that a shop's hashes are made with, and none that was hashed. */
    private static boolean isHashingSecret(List<String> parts) {
        int size = parts.size();
        return size > 2
                && parts.get(size - 1).equals("secret")
                && parts.get(size - 2).equals("hash")
                && parts.indexOf("hash") == size - 2;
    }

    /** The one secret that is named with a word for what is no longer one. */
    private static boolean endsWithCipherKey(List<String> parts) {
        int size = parts.size();
        return size > 1
                && parts.get(size - 1).equals("key")
                && (parts.get(size - 2).equals("cipher") || parts.get(size - 2).equals("encrypt"));
    }

    /** A trust store is one word, however it is written: its password protects nothing that is secret. */
    private static List<String> joined(List<String> all) {
        List<String> parts = new ArrayList<>(all);
        for (int i = parts.size() - 1; i > 0; i--) {
            if (parts.get(i).equals("store") && parts.get(i - 1).equals("trust")) {
                parts.remove(i);
                parts.set(i - 1, "truststore");
            }
        }
        return parts;
    }

    /** The longest phrase at the end of the words, singular or plural, also written in one. */
    private @Nullable NameVerdict phraseAtEnd(List<String> parts) {
        for (int length = Math.min(longest, parts.size()); length > 0; length--) {
            String phrase = String.join(" ", parts.subList(parts.size() - length, parts.size()));
            NameVerdict verdict = phrases.get(phrase);
            if (verdict == null && phrase.endsWith("s")) {
                verdict = phrases.get(phrase.substring(0, phrase.length() - 1));
            }
            if (verdict == null && length == 1) {
                verdict = packed.get(phrase);
                if (verdict == null && phrase.endsWith("s")) {
                    verdict = packed.get(phrase.substring(0, phrase.length() - 1));
                }
            }
            if (verdict != null) {
                return verdict;
            }
        }
        return null;
    }

    /** Whether a name's last word belongs to a list of the names file. */
    public boolean endsWithWord(String list, String name) {
        List<String> parts = split(name);
        return !parts.isEmpty() && words.getOrDefault(list, Set.of()).contains(parts.get(parts.size() - 1));
    }

    /** Whether any of a name's words belongs to a list of the names file. */
    public boolean hasWord(String list, String name) {
        Set<String> wanted = words.getOrDefault(list, Set.of());
        for (String word : split(name)) {
            if (wanted.contains(word) || word.endsWith("s") && wanted.contains(word.substring(0, word.length() - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the words is in a name. */
    public static boolean says(String name, Set<String> words) {
        for (String word : split(name)) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** The words of a name in lower case: camel, snake, kebab, upper case; digits at a word's end are dropped. */
    public static List<String> split(String name) {
        List<String> known = SPLIT.get(name);
        if (known == null) {
            known = List.copyOf(words(name));
            if (SPLIT.size() < CACHE_LIMIT && name.length() <= 120) {
                SPLIT.put(name, known);
            }
        }
        return known;
    }

    /** The first word of a name; empty for a name like {@code $} that has none. */
    public static String first(String name) {
        List<String> words = split(name);
        return words.isEmpty() ? "" : words.get(0);
    }

    /** The last word of a name, which says what it is the name of. */
    public static String last(String name) {
        List<String> words = split(name);
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    private static List<String> words(String name) {
        List<String> parts = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int length = name.length();
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                flush(word, parts);
                continue;
            }
            boolean starts = Character.isUpperCase(c)
                    && (i > 0 && !Character.isUpperCase(name.charAt(i - 1))
                            || i + 1 < length && Character.isLowerCase(name.charAt(i + 1)) && word.length() > 0);
            if (starts) {
                flush(word, parts);
            }
            word.append(Character.toLowerCase(c));
        }
        flush(word, parts);
        return parts;
    }

    private static void flush(StringBuilder word, List<String> parts) {
        int end = word.length();
        while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        if (end > 0) {
            parts.add(word.substring(0, end));
        } else if (word.length() > 0) {
            parts.add(word.toString());
        }
        word.setLength(0);
    }

    /** The words of a list of the names file, for rules that read several of them at once. */
    public Set<String> list(String name) {
        return words.getOrDefault(name, Set.of());
    }
}
