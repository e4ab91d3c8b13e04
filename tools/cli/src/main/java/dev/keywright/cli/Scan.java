package dev.keywright.cli;

import dev.keywright.checks.Analyzer;
import dev.keywright.checks.config.Baseline;
import dev.keywright.checks.config.Settings;
import dev.keywright.checks.config.SettingsException;
import dev.keywright.checks.finding.AnalysisResult;
import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.report.EndpointRow;
import dev.keywright.checks.report.EndpointRows;
import dev.keywright.checks.report.Report;
import dev.keywright.checks.report.Report.Result;
import dev.keywright.checks.report.Report.State;
import dev.keywright.checks.report.Score;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.Rules;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads sources, analyses them, and gathers what a report needs. */
final class Scan {

    private final SourceOptions sourceOptions;
    private final ScanOptions options;
    private final Progress progress;
    private final Map<Path, Baseline> baselines = new HashMap<>();
    private @Nullable Path baselineToWrite;

    Scan(SourceOptions sourceOptions, ScanOptions options, Progress progress) {
        this.sourceOptions = sourceOptions;
        this.options = options;
        this.progress = progress;
        this.baselineToWrite = options.baseline;
    }

    Report run() throws UsageException {
        options.check();
        Sources sources = Sources.read(sourceOptions, progress, this::adjust);
        if (options.writeBaseline) {
            baselineFile();
        }
        readBaselines(sources);
        Analyzer analyzer = new Analyzer(sources::settings);
        AnalysisResult result = LargeStack.get(() -> analyzer.analyze(sources.program(), progress::checking));
        List<EndpointRow> endpoints = EndpointRows.of(analyzer.endpoints(sources.program()));
        progress.end();
        return report(sources, result, endpoints);
    }

    /** The file for {@code --write-baseline}. */
    Path baselineFile() throws UsageException {
        if (baselineToWrite == null) {
            throw new UsageException(Messages.NO_BASELINE_FILE);
        }
        return baselineToWrite;
    }

    private Settings adjust(Settings own) {
        Settings adjusted = options.baseline == null ? own : own.withBaseline(options.baseline);
        if (!options.writeBaseline) {
            return adjusted;
        }
        adjusted.baseline().ifPresent(file -> baselineToWrite = file);
        return adjusted.withoutBaseline(); // what was accepted before is written again
    }

    private void readBaselines(Sources sources) throws UsageException {
        try {
            for (Settings own : sources.allSettings()) {
                Optional<Path> file = own.baseline();
                if (file.isPresent() && !baselines.containsKey(file.get())) {
                    baselines.put(file.get(), Baseline.read(file.get()));
                }
            }
        } catch (SettingsException e) {
            throw new UsageException(e);
        }
    }

    private Report report(Sources sources, AnalysisResult result, List<EndpointRow> endpoints) {
        Map<String, SourceFile> files = new HashMap<>();
        sources.program().files().forEach(file -> files.put(file.path(), file));
        List<Result> results = result.findings().stream()
                .map(finding -> new Result(finding, state(finding, sources)))
                .toList();
        List<Finding> active = results.stream()
                .filter(each -> each.state() == State.NEW)
                .map(Result::finding)
                .toList();
        long lines = sources.lines();
        return new Report(
                Main.Version.number(),
                sourceOptions.root(),
                files.size(),
                lines,
                results,
                result.undecided(),
                endpoints,
                Rules.all().stream().map(Rule::info).toList(),
                sources.failures(),
                Score.of(active, lines, endpoints),
                options.explainUnknown,
                path -> Optional.ofNullable(files.get(path)).map(SourceFile::text));
    }

    private State state(Finding finding, Sources sources) {
        if (!finding.suppressed()) {
            return State.NEW;
        }
        Optional<Path> file = sources.settings(finding.location().path()).baseline();
        Baseline baseline = file.map(baselines::get).orElse(Baseline.empty());
        return baseline.accepts(finding.fingerprint()) ? State.BASELINED : State.SUPPRESSED;
    }
}
