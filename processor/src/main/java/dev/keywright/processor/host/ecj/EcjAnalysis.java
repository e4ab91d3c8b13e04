package dev.keywright.processor.host.ecj;

import dev.keywright.checks.endpoint.GuardedTypes;
import dev.keywright.checks.finding.AnalysisResult;
import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Location;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.finding.Undecided;
import dev.keywright.checks.frontend.javaparser.JavaParserFrontEnd;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.processor.host.HostAnalysis;
import dev.keywright.processor.host.HostMessages;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** The analysis of one ecj compilation: the texts of its sources in, problems out. */
final class EcjAnalysis {

    private static final String NOTE = "keywright.note";

    private final ProcessingEnvironment environment;
    private final Messager messager;
    private final HostAnalysis analysis = new HostAnalysis();
    private boolean warned;

    EcjAnalysis(ProcessingEnvironment environment) {
        this.environment = environment;
        this.messager = environment.getMessager();
    }

    void run(Set<String> types) {
        Map<String, EcjUnit> units = new LinkedHashMap<>();
        for (String name : types) {
            // Asked for anew: ecj forgets the elements of earlier rounds.
            TypeElement type = environment.getElementUtils().getTypeElement(name);
            if (type != null) {
                EcjUnit.of(type, environment.getElementUtils())
                        .ifPresentOrElse(
                                unit -> units.putIfAbsent(unit.path(), unit),
                                () -> warn(type, HostMessages.noSource(name)));
            }
        }
        if (units.isEmpty()) {
            return;
        }
        Program program = EcjProgram.read(units.values(), environment);
        reportLocalGuards(program, units);
        program.files().forEach(file -> reportUnread(file, units));
        report(analysis.analyze(program), units);
        analysis.settingsProblems().forEach(problem -> settingsError(units.values(), problem));
        if (!"off".equals(environment.getOptions().get(NOTE))) {
            messager.printMessage(Diagnostic.Kind.NOTE, HostMessages.active(analysis.rules()));
        }
    }

    private void settingsError(Collection<EcjUnit> units, String problem) {
        TypeElement first = units.iterator().next().type();
        messager.printMessage(Diagnostic.Kind.ERROR, HostMessages.badSettings(problem), first);
    }

    private void report(AnalysisResult result, Map<String, EcjUnit> units) {
        for (Finding finding : result.findings()) {
            EcjUnit unit = units.get(finding.location().path());
            if (unit != null && !finding.suppressed()) {
                report(finding.location(), finding.severity(), HostMessages.finding(finding), unit);
            }
        }
        for (Undecided undecided : result.undecided()) {
            EcjUnit unit = units.get(undecided.location().path());
            if (unit != null && undecided.kind() == Undecided.Kind.CRASH) {
                warn(unit.type(), HostMessages.contained(unit.path(), undecided.text()));
            }
        }
    }

    private void report(Location at, Severity severity, String message, EcjUnit unit) {
        if (!unit.record(at, severity, message, environment)) {
            Diagnostic.Kind kind = switch (severity) {
                case ERROR -> Diagnostic.Kind.ERROR;
                case WARNING -> Diagnostic.Kind.WARNING;
                case NOTE -> Diagnostic.Kind.NOTE;
            };
            messager.printMessage(kind, HostMessages.atLine(at, message), unit.type());
        }
    }

    /** Annotation processing sees no class inside of a body: what asks for a guard there is an error, as under javac. */
    private void reportLocalGuards(Program program, Map<String, EcjUnit> units) {
        new EcjLocalGuards(program, environment).check((at, message) -> {
            EcjUnit unit = units.get(at.path());
            if (unit != null) {
                report(at, Severity.ERROR, message, unit);
            }
        });
    }

    /** What is nested too deeply to be read may hold defects, and classes that ask for a guard: it is never passed over in silence. */
    private void reportUnread(SourceFile file, Map<String, EcjUnit> units) {
        EcjUnit unit = units.get(file.path());
        if (unit == null || file.complete()) {
            return;
        }
        List<Span> parts = JavaParserFrontEnd.unread(unit.text());
        if (parts.isEmpty()) {
            return;
        }
        boolean guards = parts.stream()
                .map(part -> unit.text().substring(part.start(), part.end()))
                .anyMatch(GuardedTypes::mayMention);
        Span first = parts.get(0);
        Location at = new Location(file.path(), first, file.position(first.start()), file.position(first.end()));
        report(
                at,
                guards ? Severity.ERROR : Severity.WARNING,
                HostMessages.unread(JavaParserFrontEnd.deepestNesting(), guards),
                unit);
    }

    /** One warning is enough; it asks for a report. */
    private void warn(TypeElement type, String message) {
        if (!warned) {
            warned = true;
            messager.printMessage(Diagnostic.Kind.WARNING, message, type);
        }
    }
}
