package dev.keywright.checks.flow;

import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.MethodRef;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of the program's own methods a call may reach, by the types that are known and what inherits from them. */
final class Dispatch {

    private static final int IMPLEMENTATIONS = 4;

    /** What decides which methods a call may reach. */
    private record CallKey(String owner, String name, String receiver, int arguments, List<TypeRef> parameters) {}

    private final Program program;
    private final Map<String, Map<String, List<MethodDecl>>> byName = new HashMap<>();
    private final Map<String, Set<String>> subtypes = new HashMap<>();
    private final Map<CallKey, List<MethodDecl>> calls = new HashMap<>();
    private long steps;

    Dispatch(Program program) {
        this.program = program;
    }

    void declare(TypeDecl type, MethodDecl method) {
        byName.computeIfAbsent(method.name(), key -> new LinkedHashMap<>())
                .computeIfAbsent(type.name(), key -> new ArrayList<>())
                .add(method);
    }

    /** To be called once, when all methods are declared. */
    void inherit() {
        Set<String> owners = new LinkedHashSet<>();
        byName.values().forEach(byOwner -> owners.addAll(byOwner.keySet()));
        owners.forEach(this::listSubtype);
    }

    /** A type is noted at each type of the program that it inherits from. */
    private void listSubtype(String type) {
        for (String ancestor : program.supertypes(type)) {
            if (program.type(ancestor) != null) {
                subtypes.computeIfAbsent(ancestor, key -> new LinkedHashSet<>()).add(type);
            }
        }
    }

    /** The declarations looked at so far. */
    long steps() {
        return steps;
    }

    /** The methods with code that a call may reach; empty when it leaves the program, or may reach too many. */
    List<MethodDecl> targets(MethodRef method, TypeRef receiverType, int arguments) {
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
        String top = declaration == null ? owner : heir(owner, receiverType);
        MethodDecl inherited = declaration == null ? null : inherited(named, declaration, top);
        if (inherited != null && inherited.body() != null) {
            found.add(inherited);
        }
        for (String related : related(top, declaration == null)) {
            steps++;
            List<MethodDecl> candidates = named.getOrDefault(related, List.of());
            if (declaration != null) {
                candidates = related.equals(top) ? List.of() : overriding(candidates, declaration);
            }
            for (MethodDecl candidate : candidates) {
                if (found.size() > IMPLEMENTATIONS) {
                    return List.of();
                }
                if (candidate.body() != null && takes(candidate, arguments)) {
                    found.add(candidate);
                }
            }
        }
        return List.copyOf(found);
    }

    /** The class of the object, where it is known to be one that inherits the method; sister classes' methods are not its. */
    private String heir(String owner, TypeRef receiverType) {
        String receiver = receiverType.name();
        return receiverType.dims() == 0 && program.isOwnSubtype(receiver, owner) ? receiver : owner;
    }

    /** What a class has in place of a method that it inherits: its own, or what stands nearest above it. */
    private MethodDecl inherited(Map<String, List<MethodDecl>> named, MethodDecl declaration, String heir) {
        if (heir.equals(declaration.owner())) {
            return declaration;
        }
        List<String> line = new ArrayList<>(List.of(heir));
        line.addAll(program.supertypes(heir));
        for (String type : line) {
            steps++;
            boolean below = !type.equals(declaration.owner()) && program.isSubtype(type, declaration.owner());
            List<MethodDecl> own = below ? overriding(named.getOrDefault(type, List.of()), declaration) : List.of();
            for (MethodDecl method : own) {
                if (method.body() != null) {
                    return method;
                }
            }
        }
        return declaration;
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

    /**
     * What a heir declares in place of a method. An overload of the same length is another method, unless none has the very
     * types: a heir may say of a type variable what it stands for.
     */
    private static List<MethodDecl> overriding(List<MethodDecl> candidates, MethodDecl declaration) {
        List<MethodDecl> sameLength = new ArrayList<>();
        List<MethodDecl> sameTypes = new ArrayList<>();
        for (MethodDecl candidate : candidates) {
            if (candidate.parameters().size() == declaration.parameters().size()) {
                sameLength.add(candidate);
                if (sameTypes(candidate, declaration)) {
                    sameTypes.add(candidate);
                }
            }
        }
        return sameTypes.isEmpty() ? sameLength : sameTypes;
    }

    private static boolean sameTypes(MethodDecl candidate, MethodDecl declaration) {
        for (int i = 0; i < declaration.parameters().size(); i++) {
            TypeRef mine = candidate.parameters().get(i).varType();
            TypeRef theirs = declaration.parameters().get(i).varType();
            if (mine.dims() != theirs.dims() || !mine.simpleName().equals(theirs.simpleName())) {
                return false;
            }
        }
        return true;
    }
}
