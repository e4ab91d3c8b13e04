package dev.keywright.checks.flow;

import dev.keywright.checks.finding.Location;
import dev.keywright.checks.finding.TraceStep;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value's way so far, the newest step first. Bounded: what is longer keeps its beginning and its end. */
public record Trace(
        SourceFile file, Span span, String text, @Nullable Trace previous, int length) {

    private static final int LIMIT = 12;

    static Trace start(SourceFile file, Span span, String text) {
        return new Trace(file, span, text, null, 1);
    }

    Trace then(SourceFile nextFile, Span nextSpan, String nextText) {
        return length >= LIMIT || nextSpan.equals(span) && nextFile == file
                ? this
                : new Trace(nextFile, nextSpan, nextText, this, length + 1);
    }

    /** The steps in the order of travel. */
    public List<TraceStep> steps() {
        Deque<TraceStep> steps = new ArrayDeque<>();
        for (Trace step = this; step != null; step = step.previous) {
            steps.addFirst(new TraceStep(location(step.file, step.span), step.text));
        }
        return List.copyOf(steps);
    }

    /** A range of a file as a location. */
    public static Location location(SourceFile file, Span span) {
        return new Location(file.path(), span, file.position(span.start()), file.position(span.end()));
    }
}
