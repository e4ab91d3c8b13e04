package dev.keywright.checks.frontend.javaparser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Valid sources, changed at random from a fixed seed: nothing may crash. {@code -Dkeywright.mutations=N} makes more of them;
 * the seed counts on, so that a longer run tries what a shorter one did not.
 */
class MutationTest {

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "<",
            ">",
            ";",
            ",",
            ".",
            "->",
            "::",
            "=",
            "+",
            "\"",
            "'",
            "\"\"\"",
            "/*",
            "*/",
            "//",
            "\\u0022",
            "\\",
            "@",
            "?",
            ":",
            "case ",
            "default ",
            "switch ",
            "class ",
            "record ",
            "enum ",
            "interface ",
            "new ",
            "yield ",
            "var ",
            "when ",
            "sealed ",
            "permits ",
            "import ",
            "static ",
            "return ",
            "this",
            "super",
            "0x",
            "1e",
            "null",
            "instanceof ",
            "\0",
            "\r",
            "\ufeff",
            "\ud800",
            "extends A ",
            "<T extends T>",
            "int[]",
            "...",
            "_");

    @Test
    void noMutantCrashesTheFrontEnd() {
        int mutants = Integer.getInteger("keywright.mutations", 1500);
        for (int seed = 0; seed < mutants; seed += 50) {
            Map<String, String> batch = new LinkedHashMap<>();
            for (int i = seed; i < Math.min(mutants, seed + 50); i++) {
                batch.put("M" + i + ".java", mutant(i));
            }
            Parsing parsed = Parsing.of(batch);
            assertThat(parsed.unreadable).as("seeds from %d", seed).isEmpty();
            assertThat(parsed.program.files()).hasSize(batch.size());
        }
    }

    private static String mutant(int seed) {
        Random random = new Random(seed);
        List<String> sources = Samples.all();
        StringBuilder text = new StringBuilder(sources.get(random.nextInt(sources.size())));
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes && text.length() > 2; i++) {
            int at = random.nextInt(text.length());
            int length = Math.min(text.length() - at, 1 + random.nextInt(1 << random.nextInt(8)));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(at, at + length);
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, at + length));
                case 3 -> text.setLength(Math.max(1, text.length() - length));
                case 4 -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
                default -> {
                    String other = sources.get(random.nextInt(sources.size()));
                    int from = random.nextInt(other.length());
                    text.insert(at, other, from, Math.min(other.length(), from + length));
                }
            }
        }
        return text.toString();
    }
}
