package dev.keywright.checks.config;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** What is said about a configuration file. */
final class Messages {

    static final String BASELINE_HEADER =
            "# Findings that Keywright no longer reports: fingerprint, rule, file. Delete a line to see it again.\n";

    private Messages() {}

    static String unreadable(String file, String reason) {
        return file + ": cannot be read: " + reason;
    }

    static String noBaseline(String file, IOException problem) {
        return problem instanceof NoSuchFileException
                ? file + ": there is no such baseline; --write-baseline makes it"
                : unreadable(file, problem.getClass().getSimpleName());
    }

    static String notAFingerprint() {
        return "a line of a baseline starts with a fingerprint of 32 hexadecimal digits";
    }

    static String tooDeep(String file) {
        return file + ": is nested too deeply";
    }

    static String noToml(String file) {
        return file + ": is not TOML";
    }

    static String noPath(String key) {
        return "'" + key + "' is not the path of a file";
    }

    static String notUtf8(String file) {
        return file + ": is not UTF-8";
    }

    static String tooLong(String file, int limit) {
        return file + ": is longer than " + limit + " bytes";
    }

    static String at(String file, int line, int column, String what) {
        return file + ':' + line + ':' + column + ": " + what;
    }

    static String unknownKey(String key, Collection<String> known) {
        return "unknown key '" + key + "'" + hint(key, known);
    }

    static String unknownRule(String rule, Collection<String> known) {
        return "there is no rule '" + rule + "'" + hint(rule, known);
    }

    static String wrongType(String key, String expected) {
        return "'" + key + "' must be " + expected;
    }

    static String wrongWord(String key, String value, Collection<String> known) {
        return "'" + key + "' is '" + value + "'" + hint(value, known);
    }

    static String missing(String key) {
        return "'" + key + "' is missing";
    }

    static String notAMethod(String key, String value) {
        return "'" + key + "' is '" + value + "'; write the type and the method, as com.example.Vault#read";
    }

    static String notAType(String key, String value) {
        return "'" + key + "' is '" + value + "'; write a qualified name, as com.example.Vault";
    }

    static String empty(String key) {
        return "'" + key + "' must not be empty";
    }

    private static String hint(String word, Collection<String> known) {
        Optional<String> nearest = Suggestion.nearest(word, known);
        return nearest.map(each -> "; did you mean '" + each + "'?")
                .orElseGet(() -> known.size() > 15 ? "" : "; possible are " + String.join(", ", new TreeSet<>(known)));
    }
}
