package dev.keywright.checks.flow;

import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Modifier;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which methods can matter, so that no other has to be followed. It begins with those in which a {@linkplain Leads lead}
 * stands, and grows by what is learned of these: who calls a method that gives a secret away, or who reads a field that came to
 * hold one, by the names that stand in the code, is shown to the rules too; who writes to a field that one of them reads is
 * asked for what it writes. What a method calls is followed anyway, by its summary.
 *
 * <p>Names stand for more than what is meant. That only lets more methods in: what is left out holds no secret, is handed
 * none, and does nothing to a caller's.
 */
final class Reach {

    /** Who mentions a word is let in, in some files. */
    private record Query(
            Unit.State state,
            Predicate<SourceFile> files,
            @Nullable FieldDecl written) {}

    private final Program program;
    private final Rendering rendering;
    private final List<Unit> order;
    private final Kin kin;
    private final FieldWrites writes;
    private @Nullable Places places;
    private final Map<Integer, List<Query>> queries = new HashMap<>();
    private final Map<String, Unit> firstOf = new HashMap<>();
    private final Set<MethodDecl> telling = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<FieldDecl> told = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<FieldDecl> read = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> handed = new HashSet<>();
    private final Set<String> shownTypes = new HashSet<>();
    private final Set<Unit> let = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param leads null when every method is to be followed */
    Reach(FlowEngine engine, List<Unit> order, @Nullable Leads leads) {
        this.program = engine.program();
        this.rendering = engine.rendering();
        this.order = order;
        this.kin = new Kin(program);
        this.writes = new FieldWrites(engine, kin);
        if (leads == null || leads.anything()) {
            order.forEach(unit -> let(unit, Unit.State.SHOWN));
            return;
        }
        order.forEach(unit -> firstOf.putIfAbsent(unit.type.name(), unit));
        for (Unit unit : order) {
            if (leads.leads(unit)) {
                let(unit, Unit.State.SHOWN);
            }
        }
        program.types().forEach(type -> declared(type, leads));
    }

    /** What the declaration of a field says is known wherever the field is read. */
    private void declared(TypeDecl type, Leads leads) {
        boolean generated = false;
        for (FieldDecl field : type.fields()) {
            if (leads.leads(type, field)) {
                tell(field);
                generated = true;
            }
        }
        boolean secret = type.annotations().stream()
                .anyMatch(annotation -> annotation.type().is("dev.keywright.annotations.Secret"));
        if (secret || generated && rendering.generated(type)) {
            show(type.name());
        }
    }

    // ---- what is learned

    /** A method was evaluated. */
    void evaluated(Unit unit, Summary summary) {
        if (!summary.tells()) {
            return;
        }
        MethodDecl method = unit.method;
        if (telling.add(method)) {
            callers(method, Unit.State.SHOWN);
        }
        if (method.name().equals("toString") && method.parameters().isEmpty()) {
            show(method.owner());
        }
    }

    /** A method that is followed reads a field. */
    void read(FieldDecl field) {
        if (read.add(field)) {
            boolean hidden = field.modifiers().contains(Modifier.PRIVATE);
            ask(field.name(), new Query(Unit.State.ASKED, files(field.owner(), hidden), field));
        }
    }

    /** A field holds a secret. */
    void tell(FieldDecl field) {
        if (!told.add(field)) {
            return;
        }
        boolean hidden = field.modifiers().contains(Modifier.PRIVATE) && !field.recordComponent();
        Predicate<SourceFile> everywhere = files(field.owner(), false);
        for (String name : Kin.accessors(field.name())) {
            boolean own = hidden && name.equals(field.name());
            ask(name, new Query(Unit.State.SHOWN, own ? files(field.owner(), true) : everywhere, null));
        }
        if (field.recordComponent()) {
            // A pattern takes a record apart without naming its parts.
            ask(FlowEngine.simpleName(field.owner()), new Query(Unit.State.SHOWN, everywhere, null));
        }
        TypeDecl owner = program.type(field.owner());
        if (owner != null && rendering.generated(owner)) {
            show(owner.name());
        }
    }

    /** A secret was handed to a field by a call of a method, or by making an object; who hands something else tells as much. */
    void hand(FieldDecl field, @Nullable MethodDecl method) {
        if (handed.add(method == null ? field.owner() : method.key())) {
            if (method == null) {
                creators(field.owner(), Unit.State.SHOWN);
            } else {
                callers(method, Unit.State.SHOWN);
            }
        }
    }

    /** The text of a type's objects tells a secret. */
    private void show(String type) {
        if (!shownTypes.add(type)) {
            return;
        }
        Kin.Family family = kin.of(type);
        Query query = new Query(Unit.State.SHOWN, file -> true, null);
        family.words().stream().forEach(word -> ask(word, query));
        for (Unit unit : order) {
            if (family.types().contains(unit.type.name())) {
                let(unit, Unit.State.SHOWN);
            }
        }
        for (TypeDecl holder : program.types()) {
            if (rendering.generated(holder)
                    && holder.fields().stream().anyMatch(field -> family.words().get(id(field.name())))) {
                show(holder.name());
            }
        }
    }

    private int id(String word) {
        return Math.max(0, program.lexicon().identifier(word));
    }

    private void callers(MethodDecl method, Unit.State state) {
        if (method.isConstructor()) {
            creators(method.owner(), state);
        } else {
            boolean hidden = method.modifiers().contains(Modifier.PRIVATE);
            ask(method.name(), new Query(state, files(method.owner(), hidden), null));
        }
    }

    /** Who makes objects of a type, the constructors of what inherits from it and its own constants included. */
    private void creators(String type, Unit.State state) {
        ask(FlowEngine.simpleName(type), new Query(state, file -> true, null));
        Set<String> heirs = new HashSet<>(kin.heirs(type));
        for (Unit unit : order) {
            if (heirs.contains(unit.type.name()) && (unit.method.isConstructor() || unit.isInitializers())) {
                let(unit, state);
            }
        }
    }

    private Predicate<SourceFile> files(String owner, boolean hidden) {
        SourceFile own = program.fileOf(owner);
        if (hidden && own != null) {
            return file -> file == own;
        }
        Map<SourceFile, Boolean> answers = new IdentityHashMap<>();
        return file -> answers.computeIfAbsent(file, key -> kin.of(owner).mayBeIn(key));
    }

    private void ask(String word, Query query) {
        int id = program.lexicon().identifier(word);
        if (id >= 0) {
            ask(id, query);
        }
    }

    private void ask(int word, Query query) {
        queries.computeIfAbsent(word, key -> new ArrayList<>()).add(query);
    }

    // ---- who is let in

    private void let(Unit unit, Unit.State state) {
        if (unit.state.compareTo(state) < 0) {
            unit.state = state;
            if (unit.summary == null) {
                let.add(unit);
            }
        }
    }

    /** The methods that are to be evaluated now, in the order of the program; empty when no more can matter. */
    List<Unit> next() {
        while (!queries.isEmpty()) {
            Map<Integer, List<Query>> asked = new HashMap<>(queries);
            queries.clear();
            asked.forEach((word, about) -> places().each(word, (unit, index) -> answer(unit, index, about)));
        }
        if (let.isEmpty()) {
            return List.of();
        }
        List<Unit> next = new ArrayList<>(let);
        next.sort(Comparator.comparingInt(unit -> unit.number));
        let.clear();
        return next;
    }

    private Places places() {
        if (places == null) {
            places = new Places(program, order);
        }
        return places;
    }

    private void answer(Unit unit, int index, List<Query> asked) {
        for (Query query : asked) {
            if (query.state().compareTo(unit.state) > 0
                    && query.files().test(unit.file)
                    && (query.written() == null || writes.may(unit, index, query.written()))) {
                let(unit, query.state());
            }
        }
    }
}
