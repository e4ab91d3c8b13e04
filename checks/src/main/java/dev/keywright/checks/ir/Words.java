package dev.keywright.checks.ir;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words that somebody looks for in sources, letter for letter: see {@link SourceFile#mayMention(Words)}.
 *
 * @param whole identifiers and literals that are exactly so
 * @param parts texts that are within an identifier or a literal
 */
public record Words(Set<String> whole, List<String> parts) {

    public Words {
        whole = Set.copyOf(whole);
        parts = List.copyOf(parts);
    }

    /** Exactly these identifiers or literals. */
    public static Words of(Collection<String> words) {
        return new Words(Set.copyOf(words), List.of());
    }

    /** Identifiers and literals that hold one of these texts. */
    public static Words holding(String... parts) {
        return new Words(Set.of(), List.of(parts));
    }

    // Written out: looked up some thousand times while a program is new, where a record's own way is linked and
    // interpreted.

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Words words && whole.equals(words.whole) && parts.equals(words.parts);
    }

    @Override
    public int hashCode() {
        return whole.hashCode() * 31 + parts.hashCode();
    }

    boolean mean(String word) {
        if (whole.contains(word)) {
            return true;
        }
        for (String part : parts) {
            if (word.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
