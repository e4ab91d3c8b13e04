package dev.keywright.cli;

import dev.keywright.checks.config.Baseline;
import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.finding.Undecided;
import dev.keywright.checks.report.GitHubWriter;
import dev.keywright.checks.report.HtmlWriter;
import dev.keywright.checks.report.JsonReportWriter;
import dev.keywright.checks.report.Report;
import dev.keywright.checks.report.ReportWriter;
import dev.keywright.checks.report.SarifWriter;
import dev.keywright.checks.report.TextWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Analyses files or folders and reports. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Analyses Java sources without building them.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:nothing to stop for",
            "1:findings at or above --fail-on, or a score under --min-score",
            "2:wrong options or configuration",
            "3:some file could not be read or analysed (the rest was), or the report could not be written out"
        })
final class ScanCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SourceOptions sourceOptions = new SourceOptions();

    @Mixin
    private ScanOptions options = new ScanOptions();

    @Override
    public Integer call() throws UsageException {
        Outputs outputs = new Outputs(Objects.requireNonNull(spec).commandLine());
        Progress progress = new Progress(outputs.err(), Terminal.isInteractive(), System::currentTimeMillis);
        Scan scan = new Scan(sourceOptions, options, progress);
        Report report = scan.run();
        if (report.files() == 0 && report.failures().isEmpty()) {
            List<String> names =
                    sourceOptions.paths.stream().map(Path::toString).toList();
            outputs.err().println(Messages.noJavaFiles(String.join(", ", names)));
        }
        outputs.failures(report.failures());
        if (options.writeBaseline) {
            return writeBaseline(scan.baselineFile(), report, outputs);
        }
        boolean colours = sourceOptions.output == null && Terminal.wantsColours();
        outputs.write(sourceOptions.output, out -> writer(colours).write(report, out));
        return status(report, outputs.err());
    }

    private static int writeBaseline(Path file, Report report, Outputs outputs) throws UsageException {
        List<Finding> accepted = report.active();
        try {
            Baseline.write(file, report.root(), accepted);
        } catch (IOException e) {
            throw new UsageException(Messages.cannotWrite(file, e));
        }
        outputs.out().println(Messages.baselineWritten(file, accepted.size()));
        return isComplete(report) ? ExitStatus.NOTHING_TO_STOP_FOR : ExitStatus.INCOMPLETE;
    }

    private ReportWriter writer(boolean colours) {
        return switch (options.format) {
            case TEXT -> new TextWriter(colours);
            case SARIF -> new SarifWriter();
            case JSON -> new JsonReportWriter();
            case HTML -> new HtmlWriter();
            case GITHUB -> new GitHubWriter();
        };
    }

    private int status(Report report, PrintWriter err) {
        boolean tooLow = report.score().value() < options.minScore;
        if (tooLow) {
            err.println(Messages.scoreTooLow(report.score().value(), options.minScore));
        }
        if (tooLow || stops(report)) {
            return ExitStatus.FINDINGS;
        }
        return isComplete(report) ? ExitStatus.NOTHING_TO_STOP_FOR : ExitStatus.INCOMPLETE;
    }

    private boolean stops(Report report) {
        return switch (options.failOn) {
            case NEVER -> false;
            case ERROR -> report.count(Severity.ERROR) > 0;
            case WARNING -> report.count(Severity.ERROR) + report.count(Severity.WARNING) > 0;
        };
    }

    private static boolean isComplete(Report report) {
        return report.failures().isEmpty()
                && report.undecided().stream().noneMatch(place -> place.kind() == Undecided.Kind.CRASH);
    }
}
