package dev.keywright.checks.rules;

import dev.keywright.checks.config.Settings;
import dev.keywright.checks.finding.Fix;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.finding.TraceStep;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.models.Models;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a rule may ask while it checks one file, and where it reports. Not thread-safe. */
public interface RuleContext {

    Program program();

    /** The file that is checked; spans given to {@code report} are ranges of it. */
    SourceFile file();

    Settings settings();

    Models models();

    /** What the local variables of a method of the checked file are made from; worked out once for all rules. */
    Slice slice(MethodDecl method);

    /** What several rules, or one rule in many files, work out of the whole program; made once. */
    <T> T shared(Class<T> type, Function<Program, T> make);

    /** Reports a finding with the rule's own severity. */
    void report(Span span, String message, List<TraceStep> trace);

    /**
     * Reports a finding.
     *
     * @param message one sentence without the rule's name: what, from where, reaches which sink; what to write instead
     */
    void report(Severity severity, Span span, String message, List<TraceStep> trace, @Nullable Fix fix);

    /**
     * Reports a defect that can be seen from several places, at the first of them that the source does not silence. One
     * line is to be mended: it is told once.
     *
     * @param defect equal for what one mend takes away
     */
    void reportOnce(Object defect, Severity severity, Span span, String message, List<TraceStep> trace);
}
