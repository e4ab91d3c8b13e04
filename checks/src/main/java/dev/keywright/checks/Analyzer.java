package dev.keywright.checks;

import dev.keywright.checks.config.Baseline;
import dev.keywright.checks.config.Settings;
import dev.keywright.checks.config.SettingsException;
import dev.keywright.checks.endpoint.Endpoint;
import dev.keywright.checks.endpoint.Endpoints;
import dev.keywright.checks.finding.AnalysisResult;
import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Undecided;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.models.Models;
import dev.keywright.checks.rules.DeclarationRule;
import dev.keywright.checks.rules.EndpointRule;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs every rule over a program. Nothing that a rule throws escapes: it becomes an {@link Undecided} that names the file.
 *
 * <p>Test sources and generated sources are read, since values flow through them, and not reported on unless the settings
 * ask for it. Findings come in the order of the program's files and of their positions; the same finding comes once.
 *
 * <p>An analyzer may be used for several programs, one after the other; it is not thread-safe.
 */
public final class Analyzer {

    /** Where Maven and Gradle keep generated sources. */
    private static final Pattern GENERATED_FOLDER = Pattern.compile("(^|/)(target|build)/generated");

    private final Function<SourceFile, Settings> settings;
    private final List<Rule> rules;
    private final boolean everything;
    private final Map<Path, Baseline> baselines = new HashMap<>();
    private @Nullable Program endpointsOf;
    private List<Endpoint> endpoints = List.of();

    /** One set of settings for all files. */
    public Analyzer(Settings settings) {
        this(file -> settings);
    }

    /** Settings for each file: severities and excludes hold for the file, names and models for the whole program. */
    public Analyzer(Function<SourceFile, Settings> settings) {
        this(settings, Rules.all(), false);
    }

    Analyzer(Function<SourceFile, Settings> settings, List<Rule> rules) {
        this(settings, rules, false);
    }

    /** @param everything whether methods are followed that cannot concern any rule, too */
    Analyzer(Function<SourceFile, Settings> settings, List<Rule> rules, boolean everything) {
        this.settings = settings;
        this.everything = everything;
        this.rules = List.copyOf(rules);
    }

    /** Is told how far an analysis is. */
    public interface Listener {

        /** So many files are done, of so many, with so many findings until now. */
        void checked(int done, int files, int findings);
    }

    /** Analyses a program. */
    public AnalysisResult analyze(Program program) {
        return analyze(program, (done, of, findings) -> {});
    }

    /** Analyses a program and tells how far it is. */
    public AnalysisResult analyze(Program program, Listener listener) {
        List<FileFindings> files = files(program);
        for (FileFindings file : files) {
            declarations(file);
        }
        endpoints(program, files);
        FlowPass.run(program, files, rules, everything, listener);
        Crowds.soften(files);
        Fingerprints fingerprints = new Fingerprints();
        List<Finding> findings = new ArrayList<>();
        List<Undecided> undecided = new ArrayList<>();
        for (FileFindings file : files) {
            undecided.addAll(FileFindings.unread(program, file.file()));
            undecided.addAll(file.undecided());
            findings.addAll(file.findings(fingerprints, baseline(file.settings())));
        }
        return new AnalysisResult(findings, undecided);
    }

    /** A baseline that cannot be read accepts nothing: its findings come back, which nobody overlooks. */
    private Baseline baseline(Settings own) {
        return own.baseline()
                .map(file -> baselines.computeIfAbsent(file, Analyzer::read))
                .orElse(Baseline.empty());
    }

    private static Baseline read(Path file) {
        try {
            return Baseline.read(file);
        } catch (SettingsException e) {
            return Baseline.empty();
        }
    }

    private List<FileFindings> files(Program program) {
        List<Settings> each = program.files().stream().map(settings).toList();
        Map<Settings, Settings> merged = merge(new LinkedHashSet<>(each));
        Models models = models(each, merged);
        List<FileFindings> files = new ArrayList<>();
        Shared shared = new Shared();
        for (int i = 0; i < each.size(); i++) {
            SourceFile file = program.files().get(i);
            Settings own = each.get(i);
            if (isWanted(file, own)) {
                files.add(new FileFindings(program, file, merged.getOrDefault(own, own), models, shared));
            }
        }
        return files;
    }

    /** Facts hold for the whole program, so that any of the merged settings gives them all. */
    private static Models models(List<Settings> each, Map<Settings, Settings> merged) {
        return each.isEmpty() ? Models.builtIn() : Models.of(merged.getOrDefault(each.get(0), each.get(0)));
    }

    private static Map<Settings, Settings> merge(Collection<Settings> all) {
        Map<Settings, Settings> merged = new LinkedHashMap<>();
        if (all.size() > 1) {
            all.forEach(one -> merged.put(one, Settings.union(one, all)));
        }
        return merged;
    }

    private static boolean isWanted(SourceFile file, Settings settings) {
        return (settings.includeTests() || !file.test())
                && (settings.includeGenerated() || !isGenerated(file))
                && !settings.excludes(file.path());
    }

    /** The endpoints of the files that are reported on, in their order. Cheap to ask again for the same program. */
    public List<Endpoint> endpoints(Program program) {
        if (program != endpointsOf) {
            endpointsOf = program;
            endpoints = List.of();
            endpoints = findEndpoints(program);
        }
        return endpoints;
    }

    private List<Endpoint> findEndpoints(Program program) {
        Map<Settings, List<Endpoint>> all = new HashMap<>();
        List<Endpoint> found = new ArrayList<>();
        for (SourceFile file : program.files()) {
            Settings own = settings.apply(file);
            if (isWanted(file, own)) {
                all.computeIfAbsent(own, any -> Endpoints.of(program, own)).stream()
                        .filter(endpoint -> endpoint.file() == file)
                        .forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    private void endpoints(Program program, List<FileFindings> files) {
        if (files.isEmpty()) {
            return;
        }
        files.get(0).guarded(Messages.ENDPOINTS, () -> endpoints(program));
        Map<SourceFile, FileFindings> byFile = new IdentityHashMap<>();
        files.forEach(file -> byFile.put(file.file(), file));
        endpoints.forEach(endpoint -> endpoint(endpoint, Objects.requireNonNull(byFile.get(endpoint.file()))));
    }

    private void endpoint(Endpoint endpoint, FileFindings file) {
        for (Rule rule : rules) {
            if (rule instanceof EndpointRule endpointRule) {
                file.run(rule, () -> endpointRule.check(endpoint, file));
            }
        }
    }

    private static boolean isGenerated(SourceFile file) {
        return file.generated() || GENERATED_FOLDER.matcher(file.path()).find();
    }

    private void declarations(FileFindings file) {
        for (Rule rule : rules) {
            if (rule instanceof DeclarationRule declarationRule) {
                for (TypeDecl type : file.program().typesOf(file.file())) {
                    file.run(rule, () -> declarationRule.check(type, file));
                }
            }
        }
        file.forget();
    }
}
