package dev.keywright.checks.flow;

import dev.keywright.checks.finding.Location;
import dev.keywright.checks.finding.TraceStep;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value's way so far, the newest step first. Bounded: what is longer keeps its beginning and its end.
 *
 * @param name of what the step leads to
 * @param crossings how many methods and fields it went through; a method that was handed it and gave it back is one
 * @param picked whether it was got out of a map or the like under a key that nobody knows
 */
public record Trace(
        SourceFile file,
        Span span,
        Way way,
        String name,
        @Nullable Trace previous,
        int length,
        int crossings,
        boolean picked) {

    private static final int LIMIT = 12;

    static Trace start(SourceFile file, Span span, String text) {
        return new Trace(file, span, Way.ORIGIN, text, null, 1, 0, false);
    }

    Trace then(SourceFile nextFile, Span nextSpan, Way nextWay, String nextName) {
        if (nextWay == Way.PICKED && length >= LIMIT) {
            return new Trace(file, span, way, name, previous, length, crossings, true);
        }
        if (length >= LIMIT || nextSpan.equals(span) && nextFile == file) {
            return this;
        }
        boolean back = nextWay == Way.RETURNED && way == Way.PASSED && nextName.equals(name);
        int more = nextWay.leaves() && !back ? 1 : 0;
        return new Trace(
                nextFile,
                nextSpan,
                nextWay,
                nextName,
                this,
                length + 1,
                crossings + more,
                picked || nextWay == Way.PICKED);
    }

    /** The steps in the order of travel. */
    public List<TraceStep> steps() {
        Deque<TraceStep> steps = new ArrayDeque<>();
        for (Trace step = this; step != null; step = step.previous) {
            steps.addFirst(new TraceStep(location(step.file, step.span), step.way.text(step.name)));
        }
        return List.copyOf(steps);
    }

    /** A range of a file as a location. */
    public static Location location(SourceFile file, Span span) {
        return new Location(file.path(), span, file.position(span.start()), file.position(span.end()));
    }
}
