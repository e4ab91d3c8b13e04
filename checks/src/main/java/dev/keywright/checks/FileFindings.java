package dev.keywright.checks;

import dev.keywright.checks.config.Baseline;
import dev.keywright.checks.config.Level;
import dev.keywright.checks.config.Settings;
import dev.keywright.checks.finding.Finding;
import dev.keywright.checks.finding.Fix;
import dev.keywright.checks.finding.Location;
import dev.keywright.checks.finding.Severity;
import dev.keywright.checks.finding.TraceStep;
import dev.keywright.checks.finding.Undecided;
import dev.keywright.checks.flow.Slice;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.models.Models;
import dev.keywright.checks.rules.Rule;
import dev.keywright.checks.rules.RuleContext;
import dev.keywright.checks.rules.RuleInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the rules report about one file. A rule that crashes is noted once, and does not disturb the others. */
final class FileFindings implements RuleContext {

    private record Place(String rule, Span span) {}

    /** A finding before the settings have their say. */
    record Report(
            RuleInfo rule,
            Severity severity,
            Span span,
            String message,
            List<TraceStep> trace,
            @Nullable Fix fix) {}

    private final Program program;
    private final SourceFile file;
    private final Settings settings;
    private final Models models;
    private final Map<Place, Report> reports = new LinkedHashMap<>();
    private final List<Undecided> undecided = new ArrayList<>();
    private final Set<String> crashed = new HashSet<>();
    private final Map<MethodDecl, Slice> slices = new IdentityHashMap<>();
    private final Shared shared;
    private @Nullable Declarations declarations;
    private @Nullable RuleInfo current;

    FileFindings(Program program, SourceFile file, Settings settings, Models models, Shared shared) {
        this.shared = shared;
        this.program = program;
        this.file = file;
        this.settings = settings;
        this.models = models;
    }

    @Override
    public Program program() {
        return program;
    }

    @Override
    public SourceFile file() {
        return file;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public Models models() {
        return models;
    }

    @Override
    public Slice slice(MethodDecl method) {
        return slices.computeIfAbsent(method, Slice::new);
    }

    @Override
    public <T> T shared(Class<T> type, Function<Program, T> make) {
        return shared.get(type, () -> make.apply(program));
    }

    /** Lets go of what was only worked out for one pass over the file. */
    void forget() {
        slices.clear();
    }

    /** Worked out when there is a finding, which few files have. */
    private Declarations declarations() {
        if (declarations == null) {
            declarations = Declarations.of(file);
        }
        return declarations;
    }

    /** Runs a part of a rule. */
    void run(Rule rule, Runnable check) {
        RuleInfo info = rule.info();
        if (settings.level(info.name()).filter(level -> level == Level.OFF).isPresent()) {
            return;
        }
        current = info;
        guarded(info.name(), check);
        current = null;
    }

    /** Runs a part of the analysis; what it throws becomes one {@link Undecided} for each name. */
    void guarded(String name, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            if (crashed.add(name)) {
                undecided.add(new Undecided(Undecided.Kind.CRASH, wholeFile(), Messages.crash(name, e)));
            }
        }
    }

    @Override
    public void report(Span span, String message, List<TraceStep> trace) {
        report(rule().severity(), span, message, trace, null);
    }

    @Override
    public void report(Severity severity, Span span, String message, List<TraceStep> trace, @Nullable Fix fix) {
        RuleInfo rule = rule();
        Report report = new Report(rule, severity, span, message, trace, fix);
        reports.merge(new Place(rule.name(), span), report, FileFindings::weightier);
    }

    @Override
    public void reportOnce(Object defect, Severity severity, Span span, String message, List<TraceStep> trace) {
        List<Object> key = List.of(rule().name(), defect);
        List<Object> place = List.of(file.path(), span);
        Told told = shared(Told.class, any -> new Told(new HashMap<>()));
        Object before = told.places().get(key);
        if (before != null && !before.equals(place)) {
            return;
        }
        if (!declarations().isSilenced(span, rule().name())) {
            told.places().put(key, place);
        }
        report(severity, span, message, trace, null);
    }

    /** Where a defect was told, by what it is. */
    private record Told(Map<Object, Object> places) {}

    private RuleInfo rule() {
        if (current == null) {
            throw new IllegalStateException("report outside of a rule");
        }
        return current;
    }

    private static Report weightier(Report first, Report second) {
        return second.severity().compareTo(first.severity()) > 0 ? second : first;
    }

    void undecided(Undecided place) {
        undecided.add(place);
    }

    List<Undecided> undecided() {
        return undecided;
    }

    /** How many findings there are until now. */
    int count() {
        return reports.size();
    }

    /**
     * What was told of a secret that began in another declaration than the one it was told in.
     */
    List<Report> fromElsewhere() {
        return reports.values().stream()
                .filter(report -> report.trace().size() > 1 && !isBegunHere(report))
                .toList();
    }

    private boolean isBegunHere(Report report) {
        Location origin = report.trace().get(0).location();
        return origin.path().equals(file.path())
                && declarations()
                        .memberAround(origin.span())
                        .equals(declarations().memberAround(report.span()));
    }

    /** Makes a warning of what was told as an error. */
    void soften(Report report) {
        reports.put(
                new Place(report.rule().name(), report.span()),
                new Report(
                        report.rule(),
                        Severity.WARNING,
                        report.span(),
                        report.message(),
                        report.trace(),
                        report.fix()));
    }

    /** The findings by position, with fingerprints that are distinct in the whole analysis. */
    List<Finding> findings(Fingerprints fingerprints, Baseline baseline) {
        List<Report> sorted = new ArrayList<>(reports.values());
        sorted.sort(Comparator.comparingInt((Report report) -> report.span().start())
                .thenComparingInt(report -> report.span().end())
                .thenComparing(report -> report.rule().name()));
        List<Finding> findings = new ArrayList<>(sorted.size());
        for (Report report : sorted) {
            RuleInfo rule = report.rule();
            String member = declarations().memberAround(report.span());
            boolean silenced = declarations().isSilenced(report.span(), rule.name());
            String fingerprint = fingerprints.next(rule.name(), member, textOf(report));
            findings.add(new Finding(
                    rule.name(),
                    settings.level(rule.name()).flatMap(Level::severity).orElse(report.severity()),
                    location(report.span()),
                    report.message(),
                    report.trace(),
                    rule.cwe(),
                    report.fix(),
                    fingerprint,
                    silenced || baseline.accepts(fingerprint)));
        }
        return findings;
    }

    /** The text of a finding; its message where the host gave no source. */
    private CharSequence textOf(Report report) {
        Span span = report.span();
        boolean known = span.known() && span.end() <= file.text().length() && span.start() < span.end();
        return known ? file.text().subSequence(span.start(), span.end()) : report.message();
    }

    private Location location(Span span) {
        return new Location(file.path(), span, file.position(span.start()), file.position(span.end()));
    }

    private Location wholeFile() {
        return location(Span.NONE);
    }

    /** What the front end could not read, or not to its end. */
    static List<Undecided> unread(Program program, SourceFile file) {
        List<Undecided> unread = new ArrayList<>(0);
        Location location = new Location(file.path(), Span.NONE, file.position(-1), file.position(-1));
        if (program.outOfTime(file)) {
            unread.add(new Undecided(Undecided.Kind.TIME, location, Messages.outOfTime()));
        } else if (!file.complete()) {
            unread.add(new Undecided(Undecided.Kind.UNPARSED, location, Messages.unparsed()));
        }
        if (program.typesCut(file)) {
            unread.add(new Undecided(Undecided.Kind.BUDGET, location, Messages.typesCut()));
        }
        return unread;
    }
}
