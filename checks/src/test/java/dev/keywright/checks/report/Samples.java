package dev.keywright.checks.report;

import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Fix;
import dev.keywright.checks.finding.Location;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.finding.TraceStep;
import dev.keywright.checks.finding.Undecided;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.report.EndpointRow.Access;
import dev.keywright.checks.report.Report.Failure;
import dev.keywright.checks.report.Report.Result;
import dev.keywright.checks.report.Report.State;
import dev.keywright.checks.rules.RuleInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports to write. Their sources hold what a writer may stumble over. */
final class Samples {

    static final Path ROOT = Path.of("").toAbsolutePath().resolve("shop sources");
    static final String PATH = "shop sources/src/Örders #1.java";
    static final String HOSTILE = "</script><script>alert('x')</script>\"&\u001b[31m\u202e%0A::error::";
    static final String SOURCE = """
            class Orders {
            \tboolean ok(String given) {
            \t\treturn given.equals(expected()); // %s
            \t}
            }
            """.formatted(HOSTILE);

    private Samples() {}

    static Report full() {
        int at = SOURCE.indexOf("given.equals");
        Location wrong = location(SOURCE, at, at + "given.equals(expected())".length());
        Location from = location(SOURCE, at + "given.equals(".length(), at + "given.equals(expected()".length());
        Fix fix = new Fix("compare bytes", List.of(new Fix.Edit(wrong, "MessageDigest.isEqual(\"…\")")));
        Finding error = finding("TimingUnsafeComparison", Severity.ERROR, wrong, HOSTILE, "0a", fix, from);
        Finding warning = finding("SecretLogged", Severity.WARNING, from, "a warning", "0b", null, from);
        Finding suppressed = finding("SecretLogged", Severity.NOTE, from, "silent", "0c", null);
        Finding old = finding("SecretLogged", Severity.ERROR, from, "old", "0d", null);
        return report(
                List.of(
                        new Result(error, State.NEW),
                        new Result(warning, State.NEW),
                        new Result(suppressed, State.SUPPRESSED),
                        new Result(old, State.BASELINED)),
                List.of(
                        new Undecided(Undecided.Kind.CRASH, nowhere(), "SecretLogged failed"),
                        new Undecided(Undecided.Kind.BUDGET, wrong, "the method is too large")),
                List.of(new EndpointRow(
                        "POST",
                        "/<b>",
                        "shop.O#c",
                        "API key",
                        Access.GUARDED,
                        List.of("a:b"),
                        List.of(),
                        from,
                        List.of())),
                List.of(new Failure("gone.java", "cannot be read")));
    }

    static Report empty() {
        return report(List.of(), List.of(), List.of(), List.of());
    }

    private static Report report(
            List<Result> results, List<Undecided> undecided, List<EndpointRow> endpoints, List<Failure> failures) {
        List<Finding> active = results.stream()
                .filter(result -> result.state() == State.NEW)
                .map(Result::finding)
                .toList();
        return new Report(
                "1.2.3",
                ROOT,
                2,
                5000,
                results,
                undecided,
                endpoints,
                List.of(
                        new RuleInfo("SecretLogged", List.of(532), Severity.ERROR, "Flags secrets in logs."),
                        new RuleInfo("TimingUnsafeComparison", List.of(208), Severity.ERROR, "Flags comparisons.")),
                failures,
                Score.of(active, 5000, endpoints),
                false,
                path -> Optional.ofNullable(Map.of(PATH, SOURCE).get(path)));
    }

    static Finding finding(
            String rule,
            Severity severity,
            Location location,
            String message,
            String fingerprint,
            @Nullable Fix fix,
            Location... trace) {
        List<TraceStep> steps = java.util.Arrays.stream(trace)
                .map(step -> new TraceStep(step, "computed here"))
                .toList();
        return new Finding(rule, severity, location, message, steps, List.of(208), fix, fingerprint, false);
    }

    static Location location(String source, int start, int end) {
        SourceFile file = new SourceFile(
                PATH, "", List.of(), List.of(), SourceFile.lineStarts(source), source, false, false, true);
        return new Location(PATH, new Span(start, end), file.position(start), file.position(end));
    }

    static Location nowhere() {
        return location("", -1, -1);
    }

    static String write(ReportWriter writer, Report report) {
        StringBuilder out = new StringBuilder();
        try {
            writer.write(report, out);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toString();
    }
}
