package dev.keywright.processor.host;

import dev.keywright.checks.Analyzer;
import dev.keywright.checks.config.Settings;
import dev.keywright.checks.config.SettingsException;
import dev.keywright.checks.config.SettingsFiles;
import dev.keywright.checks.finding.AnalysisResult;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.rules.Rules;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** The analyzer as a compilation needs it: configured by the nearest {@code keywright.toml} above each file. */
public final class HostAnalysis {

    private final Set<String> rules = new LinkedHashSet<>();
    private final Set<String> problems = new LinkedHashSet<>();
    private final SettingsFiles settings;

    public HostAnalysis() {
        Rules.all().forEach(rule -> rules.add(rule.info().name()));
        settings = new SettingsFiles(rules);
    }

    public int rules() {
        return rules.size();
    }

    /** What is wrong with configuration files that were met; each mistake once. */
    public Set<String> settingsProblems() {
        return problems;
    }

    public AnalysisResult analyze(Program program) {
        return new Analyzer(this::settings).analyze(program);
    }

    private Settings settings(SourceFile file) {
        try {
            return settings.nearest(Path.of(file.path()));
        } catch (SettingsException e) {
            problems.add(e.getMessage());
        } catch (InvalidPathException e) {
            return Settings.defaults(); // a source that stands in no file system
        }
        return Settings.defaults();
    }
}
