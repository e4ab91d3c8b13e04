package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Modifier;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a program: where each is declared, and what is known of its values from all that is written to it. */
final class FieldFacts {

    private final Program program;
    private final Declared declared;
    private final Reach reach;

    /** The methods that are to be evaluated again. */
    private final Set<MethodDecl> again;

    /** By field, then by the class through which it is written; the field's own class where that says no more. */
    private final Map<String, Map<String, FieldFact>> facts = new HashMap<>();

    /** What fields that several classes write hold for a class that reads them, until somebody writes again. */
    private final Map<String, Map<String, Value>> reads = new HashMap<>();

    private final Map<String, Map<String, FieldDecl>> fieldsByOwner = new HashMap<>();
    private final Map<String, Set<MethodDecl>> readers = new HashMap<>();
    private final Set<String> assigned = new HashSet<>();

    FieldFacts(Program program, Declared declared, Reach reach, Set<MethodDecl> again) {
        this.program = program;
        this.declared = declared;
        this.reach = reach;
        this.again = again;
    }

    /** A field's declaration, in a type or in what it inherits from. */
    @Nullable
    FieldDecl find(String owner, String name) {
        FieldDecl direct = byName(owner).get(name);
        if (direct != null) {
            return direct;
        }
        if (program.type(owner) == null) {
            return null;
        }
        for (String ancestor : program.supertypes(owner)) {
            FieldDecl inherited = byName(ancestor).get(name);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    /**
     * What is known of a field: its declaration and all that is written to it.
     *
     * @param through the class whose object it is read from, as far as is known
     */
    Value value(FieldDecl field, MethodDecl reader, String through) {
        String key = key(field);
        readers.computeIfAbsent(key, k -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(reader);
        reach.read(field);
        Value written = written(field, through);
        SourceFile file = program.fileOf(field.owner());
        if (file == null) {
            return written;
        }
        Value byDeclaration = declared.field(field, file, FlowEngine.simpleName(field.owner()));
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
                && !byDeclaration.is(Flag.PRESENTED)
                && (isWrittenOnlyHere(field) || isPlain(field) && (isFixed(field) || assigned.contains(key(field))));
        if (literal && byDeclaration.labels().isEmpty() || byDeclaration.isNone()) {
            return written.with(Flag.STATE);
        }
        Value joined = written.joinCarried(byDeclaration);
        // Bytes that are written out stay so where only a bare word says what they are for.
        boolean hinted = byDeclaration.labels().stream().allMatch(label -> label.certainty() == Certainty.HINTED);
        return literal && hinted && written.constant() == null ? joined.with(Flag.LITERAL) : joined;
    }

    private static boolean isHarmless(String name, @Nullable String text) {
        return !LiteralSecrets.looksSecret(text) || text != null && LiteralSecrets.isNameOf(name, text);
    }

    /** Nobody else gives it another object; that others write into a constant's own is not done. */
    private static boolean isFixed(FieldDecl field) {
        return field.isFinal() && field.initializer() != null;
    }

    /** No other class writes it, no framework that finds it by an annotation, and no setter that an annotation stands for. */
    private boolean isWrittenOnlyHere(FieldDecl field) {
        return field.modifiers().contains(Modifier.PRIVATE) && isPlain(field);
    }

    private boolean isPlain(FieldDecl field) {
        TypeDecl owner = program.type(field.owner());
        return field.annotations().isEmpty()
                && (field.isStatic() || owner != null && owner.annotations().isEmpty());
    }

    /** What is written to a field of objects that may be of a class: a sister class's writes concern other objects. */
    private Value written(FieldDecl field, String through) {
        String key = key(field);
        Map<String, FieldFact> parts = facts.get(key);
        if (parts == null) {
            return Value.NONE;
        }
        String reader = holder(field, through);
        if (parts.size() == 1) {
            return read(parts, reader);
        }
        // Each of a hundred sister classes that writes and reads a field would join all of them each time.
        Map<String, Value> known = reads.computeIfAbsent(key, k -> new HashMap<>());
        Value read = known.get(reader);
        if (read == null) {
            read = read(parts, reader);
            known.put(reader, read);
        }
        return read;
    }

    private Value read(Map<String, FieldFact> parts, String reader) {
        List<FieldFact> related = new ArrayList<>(parts.size());
        parts.forEach((writer, fact) -> {
            if (program.isSubtype(writer, reader) || program.isSubtype(reader, writer)) {
                related.add(fact);
            }
        });
        return related.isEmpty() ? Value.NONE : FieldFact.read(related);
    }

    /** Whether it depends on the class of an object what the field holds. */
    boolean differs(FieldDecl field) {
        Map<String, FieldFact> parts = facts.getOrDefault(key(field), Map.of());
        return parts.size() > 1 || parts.size() == 1 && !parts.containsKey(field.owner());
    }

    /** The class of an object as far as it matters to a field: one that inherits the field, or the field's own. */
    private String holder(FieldDecl field, String type) {
        return !field.isStatic() && program.isOwnSubtype(type, field.owner()) ? type : field.owner();
    }

    private FieldFact part(FieldDecl field, String through) {
        return facts.computeIfAbsent(key(field), k -> new LinkedHashMap<>())
                .computeIfAbsent(holder(field, through), k -> new FieldFact());
    }

    /** A statement gives the field a value. */
    void assign(FieldDecl field, Value written, String through) {
        assigned.add(key(field));
        write(field, written, through);
    }

    /**
     * Whether the program alone says what the field holds, from the first: it has an initializer, and nobody else writes it. Of
     * what others could write, a static field counts where the program itself sets it.
     */
    boolean isSettled(FieldDecl field) {
        return field.isFinal()
                || field.initializer() != null
                        && (isWrittenOnlyHere(field)
                                || field.isStatic() && field.annotations().isEmpty() && assigned.contains(key(field)));
    }

    private static String key(FieldDecl field) {
        return field.owner() + "." + field.name();
    }

    /** @param through the class whose object is written to, as far as is known */
    void write(FieldDecl field, Value written, String through) {
        String key = key(field);
        Value value = TextTypes.isNumber(field.type()) ? written.withLabels(List.of()) : written;
        if (value.speaks() || facts.containsKey(key)) {
            FieldFact part = part(field, through);
            int before = part.version();
            boolean seen = part.write(value, label -> isElsewhere(field, part, label));
            written(field, key, part.version() != before, seen);
        }
    }

    /** A map or list of a base class that is filled there and written back brings along what heirs had put into theirs. */
    private boolean isElsewhere(FieldDecl field, FieldFact part, Label label) {
        return !field.type().isString()
                && facts.getOrDefault(key(field), Map.of()).values().stream()
                        .anyMatch(other -> other != part && other.holds(label));
    }

    /**
     * @param by the method that puts it there; null where the language or Lombok does
     * @param through the class whose object is written to, as far as is known
     */
    void hand(FieldDecl field, Expr site, Value handed, @Nullable MethodDecl by, String through) {
        String key = key(field);
        Value value = TextTypes.isNumber(field.type()) ? handed.withLabels(List.of()) : handed;
        if (!value.allLabels().isEmpty()) {
            reach.hand(field, by);
        }
        FieldFact part = part(field, through);
        int before = part.version();
        boolean seen = part.hand(site, value);
        written(field, key, part.version() != before, seen);
    }

    /**
     * @param changed whether more is known of the field than before
     * @param seen whether that shows
     */
    private void written(FieldDecl field, String key, boolean changed, boolean seen) {
        if (changed) {
            reads.remove(key);
        }
        if (seen) {
            readAgain(field, key);
        }
    }

    private void readAgain(FieldDecl field, String key) {
        again.addAll(readers.getOrDefault(key, Set.of()));
        if (written(field, field.owner()).tells()) {
            reach.tell(field);
        }
    }

    private Map<String, FieldDecl> byName(String owner) {
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
}
