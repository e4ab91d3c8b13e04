package dev.keywright.checks.flow;

import dev.keywright.checks.finding.Undecided;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.MethodRef;
import dev.keywright.checks.ir.Modifier;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
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
 * <p>Not thread-safe.
 */
public final class FlowEngine {

    static final int STEP_BUDGET = 60_000;
    static final int EVENT_LIMIT = 400;
    static final int CALL_DEPTH = 24;
    private static final int TURNS = 6;
    private static final int IMPLEMENTATIONS = 4;

    private final Program program;
    private final Models models;
    private final Declared declared;
    private final Rendering rendering;
    private final Map<MethodDecl, Unit> units = new IdentityHashMap<>();
    private final List<Unit> order = new ArrayList<>();
    private final Map<String, FieldFact> facts = new HashMap<>();
    private final Map<String, Map<String, List<MethodDecl>>> byName = new HashMap<>();
    private final Map<String, Set<String>> subtypes = new HashMap<>();
    private final Map<String, Map<String, FieldDecl>> fieldsByOwner = new HashMap<>();
    private final Map<String, Set<MethodDecl>> readers = new HashMap<>();
    private final Map<MethodDecl, Set<MethodDecl>> callers = new IdentityHashMap<>();
    private final Set<MethodDecl> dirty = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<MethodDecl> running = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<MethodDecl, Undecided> undecided = new IdentityHashMap<>();
    private final Map<String, MethodDecl> firstOf = new HashMap<>();
    private final Map<CallKey, List<MethodDecl>> calls = new HashMap<>();
    private final Reach reach;
    private @Nullable MethodDecl current;
    private int depth;
    private long steps;

    /** What decides which methods a call may reach. */
    private record CallKey(String owner, String name, String receiver, int arguments, List<TypeRef> parameters) {}

    public FlowEngine(Program program, Models models) {
        this(program, models, null);
    }

    /**
     * One that passes over methods that hold no secret, do nothing to any, and hold no word that a rule looks for itself.
     *
     * @param lead what the rules look for, by a word and whether it is the text of a literal
     */
    public FlowEngine(Program program, Models models, @Nullable BiPredicate<String, Boolean> lead) {
        this.program = program;
        this.models = models;
        this.declared = new Declared(program, models.names());
        this.rendering = new Rendering(this);
        for (SourceFile file : program.files()) {
            for (TypeDecl type : file.types()) {
                register(type, file);
            }
        }
        Set<String> owners = new LinkedHashSet<>();
        byName.values().forEach(byOwner -> owners.addAll(byOwner.keySet()));
        owners.forEach(this::listSubtype);
        this.reach = new Reach(this, order, lead == null ? null : new Leads(program, models, lead));
    }

    /** A type is noted at each type of the program that it inherits from. */
    private void listSubtype(String type) {
        for (String ancestor : program.supertypes(type)) {
            if (program.type(ancestor) != null) {
                subtypes.computeIfAbsent(ancestor, key -> new LinkedHashSet<>()).add(type);
            }
        }
    }

    private void register(TypeDecl type, SourceFile file) {
        for (MethodDecl method : type.methods()) {
            byName.computeIfAbsent(method.name(), key -> new LinkedHashMap<>())
                    .computeIfAbsent(type.name(), key -> new ArrayList<>())
                    .add(method);
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
        running.add(unit.method);
        depth++;
        MethodDecl outer = current;
        current = unit.method;
        MethodFlow flow = new MethodFlow(this, unit.file, unit.type, unit.method);
        try {
            flow.run();
        } catch (BudgetExceeded e) {
            leave(unit, Undecided.Kind.BUDGET, Messages.tooLarge(unit.method.name()));
        } catch (RuntimeException | StackOverflowError e) {
            // One method that cannot be followed must not cost the others; nothing of it is shown in the message.
            leave(unit, Undecided.Kind.CRASH, Messages.crashed(unit.method.name(), e));
        } finally {
            depth--;
            steps += flow.steps();
            current = outer;
            running.remove(unit.method);
        }
        Summary before = unit.summary;
        unit.summary = flow.summary();
        if (before == null || !before.sameAs(unit.summary)) {
            dirty.addAll(callers.getOrDefault(unit.method, Set.of()));
            reach.evaluated(unit, unit.summary);
        }
        return flow;
    }

    private void leave(Unit unit, Undecided.Kind kind, String text) {
        undecided.put(unit.method, new Undecided(kind, Trace.location(unit.file, unit.method.nameSpan()), text));
    }

    /** The work done so far: expressions and statements evaluated, declarations looked at. The same on every machine. */
    public long steps() {
        return steps;
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

    /** The summaries of the methods that a call may reach in this program; empty when it leaves it. */
    List<Summary> targets(MethodRef method, TypeRef receiverType, int arguments, MethodDecl caller) {
        List<Summary> found = new ArrayList<>();
        for (MethodDecl target : declarations(method, receiverType, arguments)) {
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

    private List<MethodDecl> declarations(MethodRef method, TypeRef receiverType, int arguments) {
        Map<String, List<MethodDecl>> named = byName.get(method.name());
        if (named == null) {
            return List.of();
        }
        CallKey key = new CallKey(
                method.owner().name(),
                method.name(),
                receiverType.name(),
                arguments,
                method.resolved() ? method.parameterTypes() : List.of());
        List<MethodDecl> known = calls.get(key);
        if (known == null) {
            known = findDeclarations(named, method, receiverType, arguments);
            calls.put(key, known);
        }
        return known;
    }

    private List<MethodDecl> findDeclarations(
            Map<String, List<MethodDecl>> named, MethodRef method, TypeRef receiverType, int arguments) {
        MethodDecl declaration = method.resolved() ? program.method(method) : null;
        if (declaration != null && (declaration.isStatic() || declaration.isConstructor())) {
            return List.of(declaration);
        }
        String owner = declaration != null ? declaration.owner() : ownerOf(method, receiverType);
        if (owner == null) {
            return List.of();
        }
        List<MethodDecl> found = new ArrayList<>();
        if (declaration != null && declaration.body() != null) {
            found.add(declaration);
        }
        for (String related : related(owner, declaration == null)) {
            steps++;
            for (MethodDecl candidate : named.getOrDefault(related, List.of())) {
                if (found.size() > IMPLEMENTATIONS) {
                    return List.of();
                }
                if (candidate != declaration
                        && candidate.body() != null
                        && takes(candidate, arguments)
                        && (declaration == null || sameParameters(candidate, declaration))) {
                    found.add(candidate);
                }
            }
        }
        return List.copyOf(found);
    }

    /** The type, its subtypes in this program, and what it inherits from where that is asked for. */
    private Set<String> related(String owner, boolean withSupertypes) {
        Set<String> related = new LinkedHashSet<>();
        related.add(owner);
        related.addAll(subtypes.getOrDefault(owner, Set.of()));
        if (withSupertypes) {
            related.addAll(program.supertypes(owner));
        }
        return related;
    }

    private @Nullable String ownerOf(MethodRef method, TypeRef receiverType) {
        if (program.type(method.owner().name()) != null) {
            return method.owner().name();
        }
        return program.type(receiverType.name()) != null ? receiverType.name() : null;
    }

    private static boolean takes(MethodDecl method, int arguments) {
        int parameters = method.parameters().size();
        return method.varargs() ? arguments >= parameters - 1 : arguments == parameters;
    }

    private static boolean sameParameters(MethodDecl candidate, MethodDecl declaration) {
        return candidate.parameters().size() == declaration.parameters().size();
    }

    /** A field's declaration, in a type or in what it inherits from. */
    @Nullable
    FieldDecl findField(String owner, String name) {
        FieldDecl direct = fields(owner).get(name);
        if (direct != null) {
            return direct;
        }
        if (program.type(owner) == null) {
            return null;
        }
        for (String ancestor : program.supertypes(owner)) {
            FieldDecl inherited = fields(ancestor).get(name);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    private Map<String, FieldDecl> fields(String owner) {
        Map<String, FieldDecl> known = fieldsByOwner.get(owner);
        if (known == null) {
            known = new LinkedHashMap<>();
            TypeDecl type = program.type(owner);
            if (type != null) {
                for (FieldDecl field : type.fields()) {
                    known.put(field.name(), field);
                }
            }
            fieldsByOwner.put(owner, known);
        }
        return known;
    }

    /** What is known of a field: its declaration and all that is written to it. */
    Value fieldValue(FieldDecl field, MethodDecl reader) {
        String key = field.owner() + "." + field.name();
        readers.computeIfAbsent(key, k -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(reader);
        reach.read(field);
        FieldFact fact = facts.get(key);
        Value written = fact == null ? Value.NONE : fact.read();
        SourceFile file = program.fileOf(field.owner());
        if (file == null) {
            return written;
        }
        Value byDeclaration = declared.field(field, file, simpleName(field.owner()));
        if (!written.labels().isEmpty() && written.labels().stream().anyMatch(Label::sure)) {
            return written.with(Flag.STATE);
        }
        boolean puzzledTogether =
                field.isStatic() && field.isFinal() && !written.pieces().isEmpty();
        boolean constantText = written.is(Flag.CLEAN)
                || puzzledTogether
                || written.constant() != null && field.isFinal() && isHarmless(field.name(), written.text());
        if (constantText
                && byDeclaration.labels().stream()
                        .allMatch(label ->
                                label.certainty() == Certainty.NAMED || label.certainty() == Certainty.HINTED)) {
            return written.with(Flag.STATE);
        }
        boolean literal = written.is(Flag.LITERAL)
                && byDeclaration.labels().isEmpty()
                && !byDeclaration.is(Flag.PRESENTED)
                && isWrittenOnlyHere(field);
        return literal || byDeclaration.isNone() ? written.with(Flag.STATE) : written.joinCarried(byDeclaration);
    }

    private static boolean isHarmless(String name, @Nullable String text) {
        return !LiteralSecrets.looksSecret(text) || text != null && LiteralSecrets.isNameOf(name, text);
    }

    /** No other class writes it, no framework that finds it by an annotation, and no setter that an annotation stands for. */
    private boolean isWrittenOnlyHere(FieldDecl field) {
        TypeDecl owner = program.type(field.owner());
        return field.modifiers().contains(Modifier.PRIVATE)
                && field.annotations().isEmpty()
                && (field.isStatic() || owner != null && owner.annotations().isEmpty());
    }

    static String simpleName(String qualified) {
        return qualified.substring(Math.max(qualified.lastIndexOf('.'), qualified.lastIndexOf('$')) + 1);
    }

    void writeField(FieldDecl field, Value written) {
        String key = field.owner() + "." + field.name();
        Value value = TextTypes.isNumber(field.type()) ? written.withLabels(List.of()) : written;
        if (value.speaks() && facts.computeIfAbsent(key, k -> new FieldFact()).write(value)) {
            changed(field, key);
        }
    }

    /** @param through the method that puts it there; null where the language or Lombok does */
    void handToField(FieldDecl field, Expr site, Value handed, @Nullable MethodDecl through) {
        String key = field.owner() + "." + field.name();
        Value value = TextTypes.isNumber(field.type()) ? handed.withLabels(List.of()) : handed;
        if (!value.allLabels().isEmpty()) {
            reach.hand(field, through);
        }
        if (facts.computeIfAbsent(key, k -> new FieldFact()).hand(site, value)) {
            changed(field, key);
        }
    }

    private void changed(FieldDecl field, String key) {
        dirty.addAll(readers.getOrDefault(key, Set.of()));
        FieldFact fact = facts.get(key);
        if (fact != null && fact.read().tells()) {
            reach.tell(field);
        }
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
