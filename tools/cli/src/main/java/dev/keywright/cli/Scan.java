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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads sources, analyses them, and gathers what a report needs. */
final class Scan {

    private final ScanOptions options;
    private final Progress progress;
    private final List<RuleInfo> rules = Rules.all().stream().map(Rule::info).toList();
    private final Map<String, Settings> settings = new HashMap<>();
    private final Map<Path, Baseline> baselines = new HashMap<>();

    Scan(ScanOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    Report run() throws UsageException {
        List<Path> classPath = options.classPath();
        SourceTree tree = SourceTree.of(options.paths);
        readSettings(tree.files());
        Program program = FrontEnds.read(options, tree.files(), classPath, progress);
        Analyzer analyzer = new Analyzer(this::settings);
        AnalysisResult result = analyzer.analyze(program, progress::checking);
        List<EndpointRow> endpoints = EndpointRows.of(analyzer.endpoints(program));
        progress.end();
        return report(program, tree, result, endpoints);
    }

    /** The file for {@code --write-baseline}. */
    Path baselineFile() throws UsageException {
        if (options.baseline != null) {
            return options.baseline;
        }
        return settings.values().stream()
                .flatMap(each -> each.baseline().stream())
                .findFirst()
                .orElseThrow(() -> new UsageException(Messages.NO_BASELINE_FILE));
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
                if (own.baseline().isPresent() && !options.writeBaseline) {
                    baselines.put(own.baseline().get(), Baseline.read(own.baseline().get()));
                }
            }
        } catch (SettingsException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private Settings adjust(Settings own) {
        Settings adjusted = options.includeTests ? own.withTests() : own;
        return options.baseline == null ? adjusted : adjusted.withBaseline(options.baseline);
    }

    private Settings settings(SourceFile file) {
        return settings.getOrDefault(file.path(), Settings.defaults());
    }

    private Report report(Program program, SourceTree tree, AnalysisResult result, List<EndpointRow> endpoints) {
        Map<String, SourceFile> files = new HashMap<>();
        long lines = 0;
        List<Failure> failures = new ArrayList<>(tree.failures());
        for (SourceFile file : program.files()) {
            files.put(file.path(), file);
            lines += file.lineStarts().length;
            if (isUnread(file)) {
                failures.add(new Failure(file.path(), Messages.NOT_READABLE));
            }
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

    private static boolean isUnread(SourceFile file) {
        return !file.complete()
                && file.text().isEmpty()
                && (!Files.isReadable(Path.of(file.path())) || Path.of(file.path()).toFile().length() > 0);
    }

    private static String shown(Path file) {
        return file.toString().replace('\\', '/');
    }
}
