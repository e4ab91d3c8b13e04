package dev.keywright.cli;

import dev.keywright.checks.Analyzer;
import dev.keywright.checks.config.Baseline;
import dev.keywright.checks.config.Settings;
import dev.keywright.checks.config.SettingsException;
import dev.keywright.checks.config.SettingsFiles;
import dev.keywright.checks.finding.AnalysisResult;
import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.report.EndpointRow;
import dev.keywright.checks.report.EndpointRows;
import dev.keywright.checks.report.Report;
import dev.keywright.checks.report.Report.Failure;
import dev.keywright.checks.report.Report.Result;
import dev.keywright.checks.report.Report.State;
import dev.keywright.checks.report.Score;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleInfo;
import dev.keywright.checks.rules.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads sources, analyses them, and gathers what a report needs. */
final class Scan {

    private final ScanOptions options;
    private final Progress progress;
    private final List<RuleInfo> rules = Rules.all().stream().map(Rule::info).toList();
    private final Map<String, Settings> settings = new HashMap<>();
    private final Map<Path, Baseline> baselines = new HashMap<>();
    private @Nullable Path baselineToWrite;

    Scan(ScanOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    Report run() throws UsageException {
        List<Path> classPath = options.classPath();
        SourceTree tree = SourceTree.of(options.paths);
        readSettings(tree.files());
        if (options.writeBaseline) {
            baselineFile();
        }
        FrontEnds frontEnds = new FrontEnds(options, classPath, progress);
        Program program = frontEnds.read(tree.files());
        Analyzer analyzer = new Analyzer(this::settings);
        AnalysisResult result = analyzer.analyze(program, progress::checking);
        List<EndpointRow> endpoints = EndpointRows.of(analyzer.endpoints(program));
        progress.end();
        return report(program, failures(tree, frontEnds), result, endpoints);
    }

    /** The file for {@code --write-baseline}. */
    Path baselineFile() throws UsageException {
        Path file = options.baseline != null ? options.baseline : baselineToWrite;
        if (file == null) {
            throw new UsageException(Messages.NO_BASELINE_FILE);
        }
        return file;
    }

    /** All at once and before anything is parsed: a mistake in a configuration is told at once. */
    private void readSettings(List<Path> files) throws UsageException {
        SettingsFiles known = new SettingsFiles(rules.stream().map(RuleInfo::name).toList());
        Map<Settings, Settings> adjusted = new HashMap<>();
        try {
            Settings forAll = options.config == null ? null : known.read(options.config);
            for (Path file : files) {
                Settings own = forAll == null ? known.nearest(file) : forAll;
                settings.put(shown(file), adjusted.computeIfAbsent(own, this::adjust));
            }
            for (Settings own : adjusted.values()) {
                if (own.baseline().isPresent()) {
                    baselines.put(own.baseline().get(), Baseline.read(own.baseline().get()));
                }
            }
        } catch (SettingsException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private Settings adjust(Settings own) {
        Settings adjusted = options.includeTests ? own.withTests() : own;
        if (options.baseline != null) {
            adjusted = adjusted.withBaseline(options.baseline);
        }
        if (options.writeBaseline) {
            adjusted.baseline().ifPresent(file -> baselineToWrite = file);
            return adjusted.withoutBaseline(); // what was accepted before is written again
        }
        return adjusted;
    }

    private Settings settings(SourceFile file) {
        return settings.getOrDefault(file.path(), Settings.defaults());
    }

    private Report report(Program program, List<Failure> failures, AnalysisResult result, List<EndpointRow> endpoints) {
        Map<String, SourceFile> files = new HashMap<>();
        long lines = 0;
        for (SourceFile file : program.files()) {
            files.put(file.path(), file);
            lines += file.lineStarts().length;
        }
        List<Result> results =
                result.findings().stream().map(each -> new Result(each, state(each))).toList();
        List<Finding> active = results.stream()
                .filter(each -> each.state() == State.NEW)
                .map(Result::finding)
                .toList();
        return new Report(
                Main.Version.number(),
                options.root(),
                program.files().size(),
                lines,
                results,
                result.undecided(),
                endpoints,
                rules,
                failures,
                Score.of(active, lines, endpoints),
                options.explainUnknown,
                path -> Optional.ofNullable(files.get(path)).map(SourceFile::text));
    }

    private State state(Finding finding) {
        if (!finding.suppressed()) {
            return State.NEW;
        }
        Optional<Path> file = Optional.ofNullable(settings.get(finding.location().path())).flatMap(Settings::baseline);
        Baseline baseline = file.map(baselines::get).orElse(Baseline.empty());
        return baseline.accepts(finding.fingerprint()) ? State.BASELINED : State.SUPPRESSED;
    }

    private static List<Failure> failures(SourceTree tree, FrontEnds frontEnds) {
        List<Failure> failures = new ArrayList<>(tree.failures());
        failures.addAll(frontEnds.failures());
        return failures;
    }

    private static String shown(Path file) {
        return file.toString().replace('\\', '/');
    }
}
