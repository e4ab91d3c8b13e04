package dev.keywright.checks.flow;

import dev.keywright.checks.ir.FieldDecl;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * By which words code comes by an object of a type: names of the type, of what it inherits from and of what inherits from it,
 * and of the fields and methods that are declared with any of these. Code that mentions none of them, in a file that declares
 * none of them, has no such object.
 */
final class Kin {

    /**
     * @param types qualified names of the related types
     * @param words numbers of the words by which their objects are had
     */
    record Family(Set<String> types, BitSet words) {

        /** Whether code of a file may have such an object, or inherit from its type. */
        boolean mayBeIn(SourceFile file) {
            return !file.isSearchable()
                    || file.words().any(words)
                    || file.types().stream().anyMatch(this::declares);
        }

        private boolean declares(TypeDecl type) {
            return types.contains(type.name()) || type.nested().stream().anyMatch(this::declares);
        }
    }

    private final Program program;
    private final Map<String, Family> families = new HashMap<>();
    private final Map<String, List<String>> heirs = new HashMap<>();
    private final Map<String, List<String>> closures = new HashMap<>();
    private final Map<String, List<String>> headers = new HashMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private boolean read;

    Kin(Program program) {
        this.program = program;
    }

    Family of(String type) {
        Family known = families.get(type);
        if (known == null) {
            known = find(type);
            families.put(type, known);
        }
        return known;
    }

    /** The type itself and all that inherit from it. */
    List<String> heirs(String type) {
        List<String> all = new ArrayList<>(List.of(type));
        for (String heir : heirsOf(FlowEngine.simpleName(type))) {
            if (!heir.equals(type)) {
                all.add(heir);
            }
        }
        return all;
    }

    /**
     * All that inherit from any type of a simple name, which is all that headers of classes say. Found once for a name: of
     * generated builders there may be a thousand that are all called so.
     */
    private List<String> heirsOf(String simple) {
        read();
        List<String> known = closures.get(simple);
        if (known != null) {
            return known;
        }
        Set<String> all = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>(Set.of(simple));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String heir : heirs.getOrDefault(open.remove(), List.of())) {
                String name = FlowEngine.simpleName(heir);
                if (all.add(heir) && seen.add(name)) {
                    open.add(name);
                }
            }
        }
        List<String> found = List.copyOf(all);
        closures.put(simple, found);
        return found;
    }

    private Family find(String type) {
        Set<String> types = new HashSet<>(heirs(type));
        for (String ancestor : program.supertypes(type)) {
            if (program.type(ancestor) != null) {
                types.add(ancestor);
            }
        }
        Set<String> names = new HashSet<>();
        types.forEach(related -> names.add(FlowEngine.simpleName(related)));
        Set<String> holders = new HashSet<>();
        for (String name : names) {
            for (String holder : headers.getOrDefault(name, List.of())) {
                types.add(holder);
                if (holders.add(FlowEngine.simpleName(holder))) {
                    types.addAll(heirsOf(FlowEngine.simpleName(holder)));
                }
            }
        }
        Set<String> simples = new HashSet<>();
        types.forEach(related -> simples.add(FlowEngine.simpleName(related)));
        BitSet words = new BitSet();
        for (String simple : simples) {
            add(words, simple);
            members.getOrDefault(simple, Set.of()).forEach(member -> add(words, member));
        }
        return new Family(types, words);
    }

    private void add(BitSet words, String word) {
        int id = program.lexicon().identifier(word);
        if (id >= 0) {
            words.set(id);
        }
    }

    private void read() {
        if (!read) {
            read = true;
            program.types().forEach(this::read);
        }
    }

    private void read(TypeDecl type) {
        for (TypeRef parent : type.supertypes()) {
            heirs.computeIfAbsent(FlowEngine.simpleName(parent.name()), key -> new ArrayList<>())
                    .add(type.name());
            for (TypeRef argument : parent.args()) {
                mention(
                        argument,
                        simple -> headers.computeIfAbsent(simple, key -> new ArrayList<>())
                                .add(type.name()));
            }
        }
        for (FieldDecl field : type.fields()) {
            for (String name : accessors(field.name())) {
                member(field.type(), name);
            }
        }
        for (MethodDecl method : type.methods()) {
            String name = method.isConstructor() ? type.simpleName() : method.name();
            member(method.returnType(), name);
            method.parameters().forEach(parameter -> member(parameter.varType(), name));
        }
    }

    private void member(TypeRef type, String name) {
        mention(
                type,
                simple ->
                        members.computeIfAbsent(simple, key -> new HashSet<>()).add(name));
    }

    private static void mention(TypeRef type, Consumer<String> into) {
        into.accept(FlowEngine.simpleName(type.name()));
        type.args().forEach(argument -> mention(argument, into));
    }

    /** The names under which a field is read: its own, and those of getters that nobody has written. */
    static List<String> accessors(String field) {
        String capital = Character.toUpperCase(field.charAt(0)) + field.substring(1);
        return List.of(field, "get" + capital, "is" + capital);
    }
}
