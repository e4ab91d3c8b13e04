package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.Modifier;
import dev.keywright.checks.ir.Program;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.ir.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods of a class with all they override, in the program and in the class files behind it. */
final class Hierarchy {

    private final Program program;

    Hierarchy(Program program) {
        this.program = program;
    }

    /**
     * A method and what it overrides.
     *
     * @param runs the declaration whose body runs; without a body where that stands in a class file
     * @param declarations all declarations, nearest first
     */
    record Family(MethodDecl runs, List<MethodDecl> declarations) {}

    /** The type and all its supertypes that are known, nearest first. */
    List<TypeDecl> lineage(TypeDecl type) {
        List<TypeDecl> lineage = new ArrayList<>();
        lineage.add(type);
        for (String name : program.supertypes(type.name())) {
            TypeDecl declared = program.declaration(name);
            if (declared != null) {
                lineage.add(declared);
            }
        }
        return lineage;
    }

    /** The names of all that a type inherits from, also those that could only be read from imports. */
    Set<String> ancestors(TypeDecl type, SourceFile file) {
        if (type.supertypes().isEmpty()) {
            return Set.of();
        }
        Set<String> ancestors = new HashSet<>(program.supertypes(type.name()));
        for (TypeRef direct : type.supertypes()) {
            ancestors.addAll(TypeNames.candidates(direct, file));
        }
        for (String ancestor : List.copyOf(ancestors)) {
            TypeDecl declared = program.type(ancestor);
            SourceFile declaring = program.fileOf(ancestor);
            if (declared != null) {
                declared.supertypes().forEach(up -> ancestors.addAll(TypeNames.candidates(up, declaring)));
            }
        }
        return ancestors;
    }

    /**
     * A supertype that is neither among the sources nor on the class path, so that annotations may be inherited from it that
     * nobody sees; null when there is none. What frameworks and the platform bring has none of a user's annotations.
     */
    @Nullable
    String unseen(List<TypeDecl> lineage) {
        for (TypeDecl type : lineage) {
            SourceFile file = program.fileOf(type.name());
            for (TypeRef parent : type.supertypes()) {
                List<String> names = TypeNames.candidates(parent, file);
                if (names.stream().noneMatch(name -> program.exists(name) || Protections.KNOWN.isLibrary(name))) {
                    return parent.simpleName();
                }
            }
        }
        return null;
    }

    /** The instance methods of a type, inherited ones included. */
    List<Family> methods(List<TypeDecl> lineage) {
        List<List<MethodDecl>> families = new ArrayList<>();
        for (TypeDecl type : lineage) {
            boolean inherited = type != lineage.get(0);
            for (MethodDecl method : type.methods()) {
                if (method.isStatic()
                        || method.name().startsWith("<")
                        || inherited && method.modifiers().contains(Modifier.PRIVATE)) {
                    continue;
                }
                List<MethodDecl> family = inherited ? overriding(families, method) : null;
                if (family == null) {
                    family = new ArrayList<>();
                    families.add(family);
                }
                family.add(method);
            }
        }
        return families.stream().map(Hierarchy::family).toList();
    }

    private static Family family(List<MethodDecl> declarations) {
        MethodDecl runs = declarations.stream()
                .filter(method -> method.body() != null)
                .findFirst()
                .orElse(declarations.get(0));
        return new Family(runs, List.copyOf(declarations));
    }

    private @Nullable List<MethodDecl> overriding(List<List<MethodDecl>> families, MethodDecl overridden) {
        List<MethodDecl> close = null;
        for (List<MethodDecl> family : families) {
            MethodDecl method = family.get(0);
            if (method.name().equals(overridden.name())
                    && method.parameters().size() == overridden.parameters().size()) {
                if (parameters(method).equals(parameters(overridden))) {
                    return family;
                }
                if (close == null && fits(method, overridden)) {
                    close = family;
                }
            }
        }
        return close;
    }

    private static List<String> parameters(MethodDecl method) {
        return method.parameters().stream()
                .map(parameter ->
                        parameter.varType().name() + parameter.varType().dims())
                .toList();
    }

    /** Whether the parameters may be the same after type variables are replaced: a variable reads as its bound. */
    private boolean fits(MethodDecl method, MethodDecl overridden) {
        for (int i = 0; i < method.parameters().size(); i++) {
            if (!fits(method.parameters().get(i), overridden.parameters().get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(Variable own, Variable inherited) {
        TypeRef type = own.varType();
        TypeRef bound = inherited.varType();
        if (!type.resolved() || !bound.resolved()) {
            return type.simpleName().equals(bound.simpleName())
                    || bound.simpleName().length() == 1;
        }
        return type.name().equals(bound.name()) && type.dims() == bound.dims()
                || bound.is("java.lang.Object") && !type.isPrimitive()
                || program.isSubtype(type, bound.name());
    }
}
