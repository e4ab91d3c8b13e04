package dev.keywright.checks.flow;

import dev.keywright.checks.finding.Undecided;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.MethodRef;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.models.Models;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the data flow of a program.
 *
 * <p>Each method is evaluated abstractly over its structured code, once per turn. Its {@link Summary}, in terms of its inputs,
 * stands for it at its calls; what happens in it to its inputs is replayed there with the callers' values. Fields are known
 * by all that is written to them anywhere. Turns are repeated, a few times at most, for methods whose callees or fields were
 * better known afterwards. A method that exceeds its budget of steps is left undecided, and said to be.
 *
 * <p>It schedules; what calls may reach is {@link Dispatch}'s, what fields hold {@link FieldFacts}', which methods can matter
 * {@link Reach}'s.
 *
 * <p>Not thread-safe.
 */
public final class FlowEngine {

    static final int STEP_BUDGET = 60_000;
    static final int EVENT_LIMIT = 400;
    static final int CALL_DEPTH = 24;
    private static final int TURNS = 6;
    private static final int NARROWED_STEPS = 8_000;
    private final Program program;
    private final Models models;
    private final Declared declared;

    private final Rendering rendering;
    private final Dispatch dispatch;
    private final FieldFacts fields;

    private final Map<MethodDecl, Unit> units = new IdentityHashMap<>();
    private final List<Unit> order = new ArrayList<>();
    private final Map<MethodDecl, Set<MethodDecl>> callers = new IdentityHashMap<>();
    private final Set<MethodDecl> dirty = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<MethodDecl> running = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<MethodDecl, Undecided> undecided = new IdentityHashMap<>();
    private final Map<String, MethodDecl> firstOf = new HashMap<>();
    private final Reach reach;
    private @Nullable MethodDecl current;
    private int depth;
    private long steps;

    public FlowEngine(Program program, Models models) {
        this(program, models, null);
    }

    /**
     * One that passes over methods that hold no secret, do nothing to any, and hold no word that a rule looks for itself.
     *
     * @param lead what the rules look for, by a word and whether it is the text of a literal
     */
    public FlowEngine(Program program, Models models, @Nullable BiFunction<String, Boolean, Lead> lead) {
        this.program = program;
        this.models = models;
        this.declared = new Declared(program, models.names());
        this.rendering = new Rendering(this);
        this.dispatch = new Dispatch(program);
        for (SourceFile file : program.files()) {
            for (TypeDecl type : file.types()) {
                register(type, file);
            }
        }
        dispatch.inherit();
        this.reach = new Reach(this, order, lead == null ? null : new Leads(program, models, lead));
        this.fields = new FieldFacts(program, declared, reach, dirty);
    }

    private void register(TypeDecl type, SourceFile file) {
        for (MethodDecl method : type.methods()) {
            dispatch.declare(type, method);
            if (method.body() != null) {
                enroll(file, type, method);
            }
        }
        if (!firstOf.containsKey(type.name())
                || type.fields().stream().anyMatch(field -> field.initializer() != null)) {
            enroll(file, type, initializers(type));
        }
        for (TypeDecl nested : type.nested()) {
            register(nested, file);
        }
    }

    private void enroll(SourceFile file, TypeDecl type, MethodDecl method) {
        firstOf.putIfAbsent(type.name(), method);
        Unit unit = new Unit(file, type, method, order.size());
        units.put(method, unit);
        order.add(unit);
    }

    private static MethodDecl initializers(TypeDecl type) {
        return new MethodDecl(
                type.name(),
                MethodFlow.FIELDS,
                List.of(),
                TypeRef.VOID,
                List.of(),
                Set.of(),
                List.of(),
                null,
                false,
                type.span(),
                type.nameSpan());
    }

    /**
     * Follows the values of the whole program, then shows every method that has code and can concern a rule.
     *
     * @param wanted the files whose methods are shown; all are followed
     * @param visitor called method by method, file by file; what it throws goes through
     */
    public void run(Predicate<SourceFile> wanted, Consumer<FlowView> visitor) {
        follow();
        for (int turn = 1; turn < TURNS && !dirty.isEmpty(); turn++) {
            Set<MethodDecl> now = Collections.newSetFromMap(new IdentityHashMap<>());
            now.addAll(dirty);
            dirty.clear();
            for (Unit unit : order) {
                if (now.contains(unit.method)) {
                    evaluate(unit);
                }
            }
            follow();
        }
        for (Unit unit : order) {
            if (unit.state == Unit.State.SHOWN && wanted.test(unit.file)) {
                visitor.accept(evaluate(unit));
            }
        }
    }

    /** Evaluates what has not been and now matters. */
    private void follow() {
        for (List<Unit> next = reach.next(); !next.isEmpty(); next = reach.next()) {
            next.forEach(this::summarize);
        }
        rendering.refresh();
    }

    /** What could not be followed to its end. */
    public List<Undecided> undecided() {
        return order.stream()
                .map(unit -> undecided.get(unit.method))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Summary summarize(Unit unit) {
        if (unit.summary == null && !running.contains(unit.method) && depth < CALL_DEPTH) {
            evaluate(unit);
        }
        return unit.summary;
    }

    private MethodFlow evaluate(Unit unit) {
        unit.narrowed.clear();
        unit.narrowedSteps = 0;
        MethodFlow flow = new MethodFlow(this, unit.file, unit.type, unit.method, Known.NOTHING);
        try {
            run(flow, unit.method);
        } catch (BudgetExceeded e) {
            leave(unit, Undecided.Kind.BUDGET, Messages.tooLarge(unit.method.name()));
        } catch (RuntimeException | StackOverflowError e) {
            // One method that cannot be followed must not cost the others; nothing of it is shown in the message.
            leave(unit, Undecided.Kind.CRASH, Messages.crashed(unit.method.name(), e));
        }
        Summary before = unit.summary;
        unit.summary = flow.summary();
        if (before == null || !before.sameAs(unit.summary)) {
            dirty.addAll(callers.getOrDefault(unit.method, Set.of()));
            reach.evaluated(unit, unit.summary);
        }
        return flow;
    }

    /**
     * What a method is for a call that hands it constants, or on an object of a class that inherits it. The same as for any,
     * where its conditions do not ask for them, where it does nothing that a condition could keep from being done, or where too
     * many calls each want one of their own.
     */
    Summary narrowed(Summary general, Known call) {
        Unit unit = units.get(general.method());
        if (unit == null
                || call.isNothing()
                || !general.speaks() && !general.returned().is(Flag.PRESENTED)) {
            return general;
        }
        Summary known = unit.narrowed.get(call);
        if (known != null) {
            return known;
        }
        if (running.contains(unit.method) || depth >= CALL_DEPTH || unit.narrowedSteps > NARROWED_STEPS) {
            return general;
        }
        MethodFlow flow = new MethodFlow(this, unit.file, unit.type, unit.method, call);
        Summary summary = general;
        try {
            run(flow, unit.method);
            summary = flow.summary();
        } catch (RuntimeException | StackOverflowError e) {
            // Whoever follows it for every caller says that it cannot be; this call is answered as any.
        }
        unit.narrowedSteps += 200 + flow.steps();
        unit.narrowed.put(call, summary);
        return summary;
    }

    /** Follows a method as the one that is being evaluated; what cannot be followed goes through. */
    private void run(MethodFlow flow, MethodDecl method) {
        running.add(method);
        depth++;
        MethodDecl outer = current;
        current = method;
        try {
            flow.run();
        } finally {
            depth--;
            steps += flow.steps();
            current = outer;
            running.remove(method);
        }
    }

    private void leave(Unit unit, Undecided.Kind kind, String text) {
        undecided.put(unit.method, new Undecided(kind, Trace.location(unit.file, unit.method.nameSpan()), text));
    }

    /** The work done so far: expressions and statements evaluated, declarations looked at. The same on every machine. */
    public long steps() {
        return steps + dispatch.steps();
    }

    boolean isFirst(TypeDecl type, MethodDecl method) {
        return firstOf.get(type.name()) == method;
    }

    Program program() {
        return program;
    }

    Models models() {
        return models;
    }

    Declared declared() {
        return declared;
    }

    Rendering rendering() {
        return rendering;
    }

    FieldFacts fields() {
        return fields;
    }

    /** The summaries of the methods that a call may reach in this program; empty when it leaves it. */
    List<Summary> targets(MethodRef method, TypeRef receiverType, int arguments, MethodDecl caller) {
        List<Summary> found = new ArrayList<>();
        for (MethodDecl target : dispatch.targets(method, receiverType, arguments)) {
            Unit unit = units.get(target);
            if (unit != null) {
                callers.computeIfAbsent(target, key -> Collections.newSetFromMap(new IdentityHashMap<>()))
                        .add(caller);
                Summary summary = summarize(unit);
                if (summary != null) {
                    found.add(summary);
                }
            }
        }
        return found;
    }

    /** The summary of the very method that a call names: {@code super.x()} reaches no override. */
    List<Summary> declared(MethodRef method, MethodDecl caller) {
        MethodDecl target = program.method(method);
        Unit unit = target == null ? null : units.get(target);
        if (unit == null) {
            return List.of();
        }
        callers.computeIfAbsent(unit.method, key -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(caller);
        Summary summary = summarize(unit);
        return summary == null ? List.of() : List.of(summary);
    }

    /** Whether the program itself declares what is called, with or without code. */
    boolean declares(MethodRef method) {
        return program.method(method) != null;
    }

    static String simpleName(String qualified) {
        return qualified.substring(Math.max(qualified.lastIndexOf('.'), qualified.lastIndexOf('$')) + 1);
    }

    /** The method that is being evaluated. */
    @Nullable
    MethodDecl current() {
        return current;
    }

    /** Has methods evaluated again. */
    void again(Set<MethodDecl> methods) {
        dirty.addAll(methods);
    }

    /** The type of a name, when the program declares it. */
    @Nullable
    TypeDecl type(TypeRef ref) {
        return ref.dims() == 0 ? program.type(ref.name()) : null;
    }

    /** What a method without parameters returns, for renderings; null when it has no code here. */
    @Nullable
    Summary summaryOf(MethodDecl method) {
        Unit unit = units.get(method);
        return unit == null ? null : summarize(unit);
    }

    static Span call(Span nameSpan, Span whole) {
        return nameSpan.known() ? new Span(nameSpan.start(), Math.max(nameSpan.end(), whole.end())) : whole;
    }
}
