package dev.keywright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sources in which {@code ▶} stands just before each place where an error is expected. The mark is taken out before the
 * source is compiled; errors must be at exactly those lines and columns.
 */
final class ExpectedErrors {

    private static final char MARK = '▶';

    private ExpectedErrors() {}

    /** Compiles and expects, for each mark in order, one error whose message contains the text of the same order. */
    static void check(TestCompiler compiler, String marked, String... messages) {
        StringBuilder source = new StringBuilder();
        List<String> places = new ArrayList<>();
        int line = 1;
        int column = 1;
        for (char c : marked.toCharArray()) {
            if (c == MARK) {
                places.add(line + ":" + column);
                continue;
            }
            source.append(c);
            column = c == '\n' ? 1 : column + 1;
            line = c == '\n' ? line + 1 : line;
        }
        TestCompiler.Result result = compiler.source(source.toString()).compile();
        List<String> found = result.errors().stream()
                .map(error -> error.getLineNumber() + ":" + error.getColumnNumber())
                .sorted(ExpectedErrors::byPlace)
                .toList();
        assertThat(found).as(result.said()).isEqualTo(places);
        List<String> said = result.errors().stream()
                .sorted((a, b) -> byPlace(
                        a.getLineNumber() + ":" + a.getColumnNumber(), b.getLineNumber() + ":" + b.getColumnNumber()))
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();
        assertThat(said).hasSameSizeAs(messages);
        for (int i = 0; i < messages.length; i++) {
            assertThat(said.get(i)).contains(messages[i]);
        }
        assertThat(result.success()).isFalse();
    }

    private static int byPlace(String a, String b) {
        String[] left = a.split(":");
        String[] right = b.split(":");
        int lines = Integer.compare(Integer.parseInt(left[0]), Integer.parseInt(right[0]));
        return lines != 0 ? lines : Integer.compare(Integer.parseInt(left[1]), Integer.parseInt(right[1]));
    }
}
