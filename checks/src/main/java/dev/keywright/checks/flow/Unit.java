package dev.keywright.checks.flow;

import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.SourceWords;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A method with code, or the initializers of a type's fields, and its summary once there is one. */
final class Unit {

    /** How much of it has to be known. */
    enum State {
        /** Nothing: it neither holds a secret nor is asked for. */
        COLD,
        /** Its summary. */
        ASKED,
        /** All that happens in it. */
        SHOWN
    }

    final SourceFile file;
    final TypeDecl type;
    final MethodDecl method;

    /** Its place in the order of the program. */
    final int number;

    State state = State.COLD;

    @Nullable
    Summary summary;

    /** What it is for calls of which more is known: constants which its conditions ask for, the class of the object. */
    final Map<Known, Summary> narrowed = new HashMap<>();

    /** What following it for such calls has taken. */
    int narrowedSteps;

    /** Pairs of indexes of the file's words: where it begins, and where it has ended. Null where words say nothing. */
    private int @Nullable [] words;

    Unit(SourceFile file, TypeDecl type, MethodDecl method, int number) {
        this.file = file;
        this.type = type;
        this.method = method;
        this.number = number;
    }

    boolean isInitializers() {
        return method.name().equals(MethodFlow.FIELDS);
    }

    /** Finds where its words stand; false when that cannot be told. */
    boolean locate() {
        if (!file.isSearchable() || !file.words().sure()) {
            return false;
        }
        List<Span> spans = new ArrayList<>();
        if (isInitializers()) {
            for (FieldDecl field : type.fields()) {
                if (field.initializer() != null) {
                    spans.add(field.span());
                }
            }
        } else {
            spans.add(method.span());
        }
        SourceWords all = file.words();
        int[] found = new int[spans.size() * 2];
        for (int i = 0; i < spans.size(); i++) {
            if (!spans.get(i).known()) {
                return false;
            }
            found[2 * i] = all.from(spans.get(i).start());
            found[2 * i + 1] = all.from(spans.get(i).end());
        }
        words = found;
        return true;
    }

    /** Whether any of its words is one of these; true where they cannot be told. */
    boolean mentions(BitSet wanted) {
        SourceWords all = file.words();
        return any(index -> wanted.get(all.word(index)));
    }

    /** All marks of its words, which are given by the words' numbers; every one where they cannot be told. */
    int marks(int[] marks) {
        int[] ranges = words;
        int found = ranges == null ? -1 : 0;
        for (int i = 0; ranges != null && i < ranges.length; i += 2) {
            found |= file.words().marks(marks, ranges[i], ranges[i + 1]);
        }
        return found;
    }

    /** Whether any of its words, given by their indexes in the file, fits; true where they cannot be told. */
    boolean any(IntPredicate wanted) {
        int[] ranges = words;
        if (ranges == null) {
            return true;
        }
        for (int i = 0; i < ranges.length; i += 2) {
            for (int at = ranges[i]; at < ranges[i + 1]; at++) {
                if (wanted.test(at)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The located units of one file, by where they stand. */
    static final class Ranges {

        private record Range(int from, int to, Unit unit) {}

        private final Range[] ranges;
        private final int[] reach;

        Ranges(List<Unit> units) {
            List<Range> all = new ArrayList<>();
            for (Unit unit : units) {
                int[] words = unit.words;
                for (int i = 0; words != null && i < words.length; i += 2) {
                    all.add(new Range(words[i], words[i + 1], unit));
                }
            }
            all.sort(Comparator.comparingInt(Range::from));
            ranges = all.toArray(Range[]::new);
            reach = new int[ranges.length];
            for (int i = 0; i < ranges.length; i++) {
                reach[i] = Math.max(ranges[i].to(), i == 0 ? 0 : reach[i - 1]);
            }
        }

        /** The innermost unit in which a word stands. */
        @Nullable
        Unit around(int index) {
            int low = 0;
            int high = ranges.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (ranges[middle].from() <= index) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            for (int i = low - 1; i >= 0 && reach[i] > index; i--) {
                if (ranges[i].to() > index) {
                    return ranges[i].unit();
                }
            }
            return null;
        }
    }
}
