package dev.keywright.processor.host.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import dev.keywright.checks.finding.AnalysisResult;
import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Undecided;
import dev.keywright.checks.frontend.javac.Anchors;
import dev.keywright.checks.frontend.javac.JavacFrontEnd;
import dev.keywright.checks.frontend.javac.TestSources;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.processor.host.HostAnalysis;
import dev.keywright.processor.host.HostMessages;
import dev.keywright.processor.host.OptionsBridge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The analysis of one compilation: attributed units in, diagnostics out. */
final class ModuleAnalysis {

    /** {@code -Akeywright.note=off} silences the note that says how many rules are active. */
    private static final String NOTE = "keywright.note";

    private final JavacTask task;
    private final JavacFrontEnd frontEnd;
    private final HostAnalysis analysis = new HostAnalysis();
    private final MissingGuards missingGuards;
    private final LocalGuards localGuards;
    private final Optional<Map<String, String>> options;
    private final Map<String, SourceFile> files = new LinkedHashMap<>();
    private final Set<String> unreliable = new HashSet<>();
    private final Set<String> said = new HashSet<>();

    ModuleAnalysis(JavacTask task) {
        this.task = task;
        this.frontEnd = new JavacFrontEnd(task);
        this.options = OptionsBridge.take();
        this.missingGuards = new MissingGuards(task);
        this.localGuards = new LocalGuards(task);
    }

    void register(List<CompilationUnitTree> units) {
        units.forEach(frontEnd::register);
    }

    /** What came of asking javac to attribute a unit. */
    enum Attributed {
        DONE,
        /** It gave no types: the unit's own turn has to come first. */
        NOT_YET,
        /** It broke, which it does on some files with syntax errors that it is told to go on after. */
        FAILED
    }

    /** Makes javac attribute a unit. One that javac breaks on is not analysed, and one warning says so; the others are. */
    Attributed attribute(CompilationUnitTree unit) {
        try {
            frontEnd.attribute(unit);
        } catch (RuntimeException | AssertionError e) {
            compilerBroke(unit, e);
            return Attributed.FAILED;
        }
        return frontEnd.isAttributed(unit) ? Attributed.DONE : Attributed.NOT_YET;
    }

    void analyze(List<CompilationUnitTree> units) {
        Map<String, CompilationUnitTree> byPath = new LinkedHashMap<>();
        for (CompilationUnitTree unit : units) {
            String path = Sources.path(unit);
            SourceFile file = convert(unit, path);
            if (file == null || !file.complete() || frontEnd.hasLocalTypes(file)) {
                checkLocals(unit, path);
            }
            if (file != null) {
                files.put(path, file);
                byPath.put(path, unit);
            }
        }
        if (byPath.isEmpty()) {
            return;
        }
        if (options.isEmpty()) {
            byPath.values().forEach(missingGuards::check);
        }
        CompilationUnitTree first = byPath.values().iterator().next();
        Program program = frontEnd.program(new ArrayList<>(files.values()));
        report(analysis.analyze(program), byPath);
        for (String problem : analysis.settingsProblems()) {
            once(problem, () -> Reporter.error(task, first, first, HostMessages.badSettings(problem)));
        }
        if (!"off".equals(options.map(all -> all.get(NOTE)).orElse(null))) {
            once(NOTE, () -> Reporter.note(task, first, HostMessages.active(analysis.rules())));
        }
    }

    /** Null when it could not be converted; one warning says so. */
    private @Nullable SourceFile convert(CompilationUnitTree unit, String path) {
        try {
            SourceFile file = frontEnd.convert(unit, path, TestSources.isTest(path), Sources.isGenerated(path));
            if (frontEnd.sawMissingType()) {
                unreliable.add(path); // javac will not compile it either, and will say why
            }
            return file;
        } catch (RuntimeException | StackOverflowError e) {
            once("crash", () -> Reporter.warn(task, unit, HostMessages.crash(path, e)));
            return null;
        } catch (AssertionError e) {
            compilerBroke(unit, e);
            return null;
        }
    }

    private void checkLocals(CompilationUnitTree unit, String path) {
        try {
            localGuards.check(unit, TestSources.isTest(path));
        } catch (RuntimeException | AssertionError e) {
            // A class inside of what javac could not attribute has no members to be asked for, not even none.
            compilerBroke(unit, e);
        }
    }

    /** On some files with syntax errors that javac is told to go on after, its own assertions fail wherever it is asked. */
    private void compilerBroke(CompilationUnitTree unit, Throwable thrown) {
        once("attribution", () -> Reporter.warn(task, unit, HostMessages.compilerBroke(Sources.path(unit), thrown)));
    }

    private void report(AnalysisResult result, Map<String, CompilationUnitTree> units) {
        Map<String, Anchors> anchors = new HashMap<>();
        for (Finding finding : result.findings()) {
            String path = finding.location().path();
            CompilationUnitTree unit = units.get(path);
            if (unit != null && !finding.suppressed() && !unreliable.contains(path)) {
                Anchors trees = anchors.computeIfAbsent(path, any -> frontEnd.anchors(unit));
                Tree at = trees.at(finding.location().span().start());
                Reporter.finding(task, unit, at == null ? unit : at, finding);
            }
        }
        for (Undecided undecided : result.undecided()) {
            CompilationUnitTree unit = units.get(undecided.location().path());
            if (unit != null && undecided.kind() == Undecided.Kind.CRASH) {
                String message = HostMessages.contained(undecided.location().path(), undecided.text());
                once("crash", () -> Reporter.warn(task, unit, message));
            }
        }
    }

    private void once(String what, Runnable report) {
        if (said.add(what)) {
            report.run();
        }
    }
}
