package dev.keywright.cli;

import dev.keywright.checks.config.Settings;
import dev.keywright.checks.config.SettingsException;
import dev.keywright.checks.config.SettingsFiles;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.report.Report.Failure;
import dev.keywright.checks.rules.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The sources that a command works on: the program, the settings of each file, and what could not be read. */
final class Sources {

    private final Program program;
    private final Map<String, Settings> settings;
    private final List<Failure> failures;

    private Sources(Program program, Map<String, Settings> settings, List<Failure> failures) {
        this.program = program;
        this.settings = settings;
        this.failures = failures;
    }

    /**
     * Reads them. Configurations come first, all of them: a mistake there is told before anything is parsed.
     *
     * @param adjust what the command's own options change in a configuration
     */
    static Sources read(SourceOptions options, Progress progress, UnaryOperator<Settings> adjust)
            throws UsageException {
        options.check();
        List<Path> classPath = options.classPath();
        SourceTree tree = SourceTree.of(options.paths);
        Map<String, Settings> settings = settings(options, tree.files(), adjust);
        FrontEnds frontEnds = new FrontEnds(options, classPath, progress);
        Program program = frontEnds.read(tree.files());
        List<Failure> failures = new ArrayList<>(tree.failures());
        failures.addAll(frontEnds.failures());
        return new Sources(program, settings, failures);
    }

    private static Map<String, Settings> settings(
            SourceOptions options, List<Path> files, UnaryOperator<Settings> adjust) throws UsageException {
        SettingsFiles known = new SettingsFiles(
                Rules.all().stream().map(rule -> rule.info().name()).toList());
        Map<String, Settings> settings = new HashMap<>();
        Map<Settings, Settings> adjusted = new HashMap<>();
        try {
            Settings forAll = options.config == null ? null : known.read(options.config);
            for (Path file : files) {
                Settings own = forAll == null ? known.nearest(file) : forAll;
                Settings wanted = adjusted.computeIfAbsent(
                        own, read -> adjust.apply(options.includeTests ? read.withTests() : read));
                settings.put(file.toString().replace('\\', '/'), wanted);
            }
        } catch (SettingsException e) {
            throw new UsageException(e);
        }
        return settings;
    }

    Program program() {
        return program;
    }

    Settings settings(SourceFile file) {
        return settings(file.path());
    }

    Settings settings(String path) {
        return settings.getOrDefault(path, Settings.defaults());
    }

    Collection<Settings> allSettings() {
        return settings.values();
    }

    List<Failure> failures() {
        return failures;
    }

    /** Lines that a person would count: what follows the last line feed is one only if there is something. */
    long lines() {
        long lines = 0;
        for (SourceFile file : program.files()) {
            int length = file.text().length();
            boolean ends = length == 0 || file.lineStarts()[file.lineStarts().length - 1] == length;
            lines += file.lineStarts().length - (ends ? 1 : 0);
        }
        return lines;
    }
}
