package dev.keywright.checks.ir;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * One compilation unit.
 *
 * @param path as the user would name it, with forward slashes
 * @param packageName empty for the unnamed package
 * @param imports qualified names as written, {@code .*} for on-demand ones; static ones start with {@code "static "}
 * @param lineStarts the offset of each line's first character
 * @param text the source, for fingerprints and reports; may be empty where a host cannot give it
 * @param test whether it is test code, by its folder, by the host's word or because it is written with a test framework
 * @param generated whether it is generated: {@code @Generated}, or the host's word
 * @param complete false when parts of the file could not be parsed
 */
public record SourceFile(
        String path,
        String packageName,
        List<String> imports,
        List<TypeDecl> types,
        int[] lineStarts,
        CharSequence text,
        boolean test,
        boolean generated,
        boolean complete) {

    /** What only tests are written with, wherever they lie. */
    private static final Set<String> TESTS = Set.of(
            "junit.framework.TestCase",
            "junit.framework.*",
            "org.junit.Test",
            "org.junit.*",
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.api.*",
            "org.junit.jupiter.api.TestTemplate",
            "org.junit.jupiter.api.RepeatedTest",
            "org.junit.jupiter.params.ParameterizedTest",
            "okhttp3.mockwebserver.MockResponse",
            "okhttp3.mockwebserver.MockWebServer",
            "org.mockito.Mockito",
            "org.testng.annotations.Test",
            "org.testng.annotations.*");

    public SourceFile {
        imports = List.copyOf(imports);
        types = List.copyOf(types);
        test |= imports.stream().anyMatch(TESTS::contains);
        text = SearchedText.of(text);
    }

    /**
     * Whether the code may hold one of these words; true where the text is not kept or cannot be trusted. A fast way for a
     * rule to pass over files that cannot concern it. Not thread-safe.
     */
    public boolean mayMention(Words words) {
        return !isSearchable() || words().any(words().lexicon().meant(words));
    }

    /** As {@link #mayMention(Words)}, for texts within identifiers and literals. */
    public boolean mayMention(String... parts) {
        return mayMention(Words.holding(parts));
    }

    /** As {@link #mayMention(Words)}, in a part of the file; true for an unknown part. */
    public boolean mayMention(Words words, Span part) {
        return !isSearchable() || mayMention(words().lexicon().meant(words), part);
    }

    /** As {@link #mayMention(Words, Span)}, for words of the program's lexicon by their numbers. */
    public boolean mayMention(BitSet words, Span part) {
        return !isSearchable() || !part.known() || words().any(words, part);
    }

    /** Whether the words of the text are those of the code; not where the text is not kept, or could not be parsed whole. */
    public boolean isSearchable() {
        return complete && !text.isEmpty();
    }

    /** The words of the text. Files of one {@link Program} have one lexicon. Not thread-safe. */
    public SourceWords words() {
        return SearchedText.of(text).words();
    }

    /** The position of an offset; 1:1 for an unknown one. */
    public Position position(int offset) {
        if (offset < 0 || lineStarts.length == 0) {
            return new Position(1, 1);
        }
        int line = Arrays.binarySearch(lineStarts, offset);
        if (line < 0) {
            line = -line - 2;
        }
        return new Position(line + 1, offset - lineStarts[line] + 1);
    }

    /** The offsets of the first character of each line of a text; LF, CR and CRLF end a line. */
    public static int[] lineStarts(CharSequence text) {
        String all = text.toString();
        int[] starts = new int[Math.max(16, all.length() / 32)];
        int count = 1;
        int feed = all.indexOf('\n');
        int back = all.indexOf('\r');
        while (feed >= 0 || back >= 0) {
            boolean both = back >= 0 && feed == back + 1;
            int end = both || back < 0 ? feed : feed < 0 ? back : Math.min(feed, back);
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = end + 1;
            feed = feed >= 0 && feed <= end ? all.indexOf('\n', end + 1) : feed;
            back = back >= 0 && back <= end ? all.indexOf('\r', end + 1) : back;
        }
        return Arrays.copyOf(starts, count);
    }
}
