package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.Annotation;
import dev.keywright.checks.ir.SourceFile;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The annotations of one declaration, in the file where they stand. Levels are searched nearest first. */
record Level(List<Annotation> annotations, @Nullable SourceFile file) {

    /** What the nearest level that has an answer says. */
    static <T> @Nullable T first(List<Level> levels, Function<Level, @Nullable T> search) {
        for (Level level : levels) {
            T found = search.apply(level);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    boolean has(Collection<String> names) {
        return annotations.stream().anyMatch(annotation -> isOneOf(annotation, names));
    }

    List<Annotation> all(Collection<String> names) {
        return annotations.stream()
                .filter(annotation -> isOneOf(annotation, names))
                .toList();
    }

    private boolean isOneOf(Annotation annotation, Collection<String> names) {
        return TypeNames.candidates(annotation.type(), file).stream().anyMatch(names::contains);
    }
}
