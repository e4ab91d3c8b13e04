package dev.keywright.checks.flow;

import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.SourceWords;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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
    State state = State.COLD;

    @Nullable
    Summary summary;

    /** Pairs of indexes of the file's words: where it begins, and where it has ended. Null where words say nothing. */
    private int @Nullable [] words;

    Unit(SourceFile file, TypeDecl type, MethodDecl method) {
        this.file = file;
        this.type = type;
        this.method = method;
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
}
