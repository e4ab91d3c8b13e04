package dev.keywright.checks.report;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Location;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.finding.TraceStep;
import dev.keywright.checks.finding.Undecided;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The report for people at a terminal: each finding with its line of source and its trace. */
public final class TextWriter implements ReportWriter {

    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String BLUE = "\u001b[34m";
    private static final String FAINT = "\u001b[2m";

    private final boolean colours;

    /** @param colours whether the reader understands ANSI escapes */
    public TextWriter(boolean colours) {
        this.colours = colours;
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        for (Finding finding : report.active()) {
            finding(report, finding, out);
        }
        for (Report.Failure failure : report.failures()) {
            line(out, paint(BOLD, Plain.text(failure.path())) + ": " + paint(YELLOW, Plain.text(failure.reason())));
        }
        boolean all = report.explainUndecided();
        for (Undecided place : report.undecided()) {
            if (all || place.kind() == Undecided.Kind.CRASH || place.kind() == Undecided.Kind.UNPARSED) {
                undecided(place, out);
            }
        }
        summary(report, out);
    }

    private void finding(Report report, Finding finding, Appendable out) throws IOException {
        String severity = paint(colour(finding.severity()), Messages.severity(finding.severity()));
        line(
                out,
                paint(BOLD, place(finding.location())) + ": " + severity + ": [" + finding.rule() + "] "
                        + Plain.text(finding.message()));
        Optional<Plain.Excerpt> excerpt = report.sources()
                .apply(finding.location().path())
                .flatMap(source -> Plain.excerpt(source, finding.location()));
        if (excerpt.isPresent()) {
            excerpt(excerpt.get(), colour(finding.severity()), out);
        }
        for (TraceStep step : finding.trace()) {
            line(out, paint(FAINT, "        " + place(step.location()) + "  " + Plain.text(step.text())));
        }
        out.append('\n');
    }

    private void excerpt(Plain.Excerpt excerpt, String colour, Appendable out) throws IOException {
        line(out, String.format(Locale.ROOT, "%6d | %s", excerpt.line(), excerpt.text()));
        String marks = "^" + "~".repeat(excerpt.width() - 1);
        line(out, "       | " + " ".repeat(excerpt.column()) + paint(colour, marks));
    }

    private void undecided(Undecided place, Appendable out) throws IOException {
        String kind = place.kind() == Undecided.Kind.UNPARSED ? "warning" : "undecided";
        line(out, paint(BOLD, place(place.location())) + ": " + paint(YELLOW, kind) + ": " + Plain.text(place.text()));
    }

    private void summary(Report report, Appendable out) throws IOException {
        StringBuilder summary = new StringBuilder(Messages.summary(report)).append('.');
        String silenced = Messages.silenced(report);
        if (!silenced.isEmpty()) {
            summary.append(' ').append(silenced).append('.');
        }
        if (!report.undecided().isEmpty()) {
            summary.append(' ').append(Messages.undecided(report.undecided().size()));
            summary.append(report.explainUndecided() ? "." : " (" + Messages.EXPLAIN_UNDECIDED + ").");
        }
        line(out, summary.toString());
        line(out, Messages.score(report.score()) + '.');
        for (Score.Improvement improvement : report.score().improvements()) {
            line(out, "  " + Messages.improvement(improvement));
        }
    }

    private static String place(Location location) {
        String path = Plain.text(location.path());
        return location.span().known()
                ? path + ':' + location.start().line() + ':' + location.start().column()
                : path;
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> RED;
            case WARNING -> YELLOW;
            case NOTE -> BLUE;
        };
    }

    private String paint(String colour, String text) {
        return colours ? colour + text + RESET : text;
    }

    private static void line(Appendable out, String text) throws IOException {
        out.append(text).append('\n');
    }
}
