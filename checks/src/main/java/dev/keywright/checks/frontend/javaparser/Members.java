package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields and methods of types, inherited ones included, with the type arguments put in. Thread-safe. */
final class Members {

    /** @param type as seen through the receiver */
    record FoundField(ClassInfo.FieldInfo info, TypeRef type) {}

    /** @param values of the type variables of the class that declares the method, as seen through the receiver */
    record Candidate(ClassInfo.MethodInfo info, Map<String, TypeRef> values) {

        TypeRef parameter(int index) {
            return TypeVars.replace(info.parameters().get(index), visible());
        }

        /** A method's own type parameter hides the class's of the same name. */
        Map<String, TypeRef> visible() {
            if (info.typeParameters().isEmpty() || values.isEmpty()) {
                return values;
            }
            Map<String, TypeRef> visible = new HashMap<>(values);
            visible.keySet().removeAll(info.typeParameters().keySet());
            return visible;
        }
    }

    /** The one abstract method of a functional interface, its types as seen through a type of that interface. */
    record Function(List<TypeRef> parameters, TypeRef returnType) {}

    /** No person gives one name to more methods of a type; each call of them looks at all of them. */
    private static final int MOST_OVERLOADS = 256;

    private final Hierarchy hierarchy;

    Members(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    @Nullable
    FoundField field(TypeRef receiver, String name) {
        if (receiver.dims() > 0 || !receiver.resolved()) {
            return null;
        }
        Hierarchy.Lineage lineage = hierarchy.lineage(receiver.name());
        for (Hierarchy.Ancestor ancestor : lineage.ancestors()) {
            ClassInfo.FieldInfo field = ancestor.info().field(name);
            if (field != null) {
                Map<String, TypeRef> values = values(receiver, lineage, ancestor);
                TypeRef type = TypeVars.replace(field.type(), values);
                return new FoundField(field, close(type, field.type(), ancestor.info()));
            }
        }
        return null;
    }

    private static TypeRef close(TypeRef type, TypeRef declared, ClassInfo owner) {
        return TypeVars.isVar(type) ? TypeVars.erase(declared, Map.of(), owner.typeParameters()) : TypeVars.close(type);
    }

    private static Map<String, TypeRef> values(
            TypeRef receiver, Hierarchy.Lineage lineage, Hierarchy.Ancestor ancestor) {
        if (ancestor.info().typeParameters().isEmpty()) {
            return Map.of();
        }
        ClassInfo own = lineage.ancestors().get(0).info();
        if (receiver.args().isEmpty() && !own.typeParameters().isEmpty()) {
            return Map.of();
        }
        Map<String, TypeRef> bound = Hierarchy.bind(own, receiver);
        Map<String, TypeRef> values = new LinkedHashMap<>();
        Hierarchy.bind(ancestor.info(), ancestor.type())
                .forEach((name, type) -> values.put(name, TypeVars.close(TypeVars.replace(type, bound))));
        return values;
    }

    /** All methods of that name that a type has, nearest first; overridden ones are left out. */
    List<Candidate> methods(TypeRef receiver, String name) {
        TypeRef type = receiver.dims() > 0 ? Names.OBJECT : receiver;
        if (!type.resolved()) {
            return List.of();
        }
        List<Candidate> found = new ArrayList<>(2);
        Hierarchy.Lineage lineage = hierarchy.lineage(type.name());
        for (Hierarchy.Ancestor ancestor : lineage.ancestors()) {
            List<ClassInfo.MethodInfo> declared = ancestor.info().methods(name);
            if (declared.isEmpty()) {
                continue;
            }
            if (found.size() + declared.size() > MOST_OVERLOADS) {
                return List.of();
            }
            Map<String, TypeRef> values = values(type, lineage, ancestor);
            List<Candidate> nearer = List.copyOf(found);
            for (ClassInfo.MethodInfo method : declared) {
                Candidate candidate = new Candidate(method, values);
                if (!overridden(candidate, nearer)) {
                    found.add(candidate);
                }
            }
        }
        return found;
    }

    List<Candidate> constructors(TypeRef type) {
        ClassInfo info =
                type.resolved() && type.dims() == 0 ? hierarchy.classes().find(type.name()) : null;
        if (info == null) {
            return List.of();
        }
        Map<String, TypeRef> values = Hierarchy.bind(info, type);
        List<ClassInfo.MethodInfo> declared = info.methods("<init>");
        if (declared.size() > MOST_OVERLOADS) {
            return List.of();
        }
        return declared.stream().map(method -> new Candidate(method, values)).toList();
    }

    private static boolean overridden(Candidate candidate, List<Candidate> found) {
        int arity = candidate.info().parameters().size();
        for (Candidate nearer : found) {
            if (nearer.info().parameters().size() == arity && sameParameters(nearer, candidate)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameParameters(Candidate a, Candidate b) {
        if (a.info().erased().equals(b.info().erased())) {
            return true;
        }
        for (int i = 0; i < a.info().erased().size(); i++) {
            TypeRef seen = TypeVars.raw(b.parameter(i));
            TypeRef own = a.info().erased().get(i);
            if (!own.equals(seen) && !own.equals(b.info().erased().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The function of a functional interface's type; null when it is none, or not known. */
    @Nullable
    Function function(TypeRef type) {
        if (!type.resolved() || type.dims() > 0) {
            return null;
        }
        Hierarchy.Lineage lineage = hierarchy.lineage(type.name());
        if (lineage.ancestors().isEmpty() || !lineage.ancestors().get(0).info().isInterface()) {
            return null;
        }
        Map<String, TypeRef> bound = Hierarchy.bind(lineage.ancestors().get(0).info(), type);
        for (Hierarchy.Ancestor ancestor : lineage.ancestors()) {
            for (ClassInfo.MethodInfo method : ancestor.info().abstractMethods()) {
                if (isOfObject(method)) {
                    continue;
                }
                Map<String, TypeRef> values = new HashMap<>();
                Hierarchy.bind(ancestor.info(), ancestor.type())
                        .forEach((name, value) -> values.put(name, TypeVars.replace(value, bound)));
                return new Function(
                        method.parameters().stream()
                                .map(parameter -> TypeVars.replace(parameter, values))
                                .toList(),
                        TypeVars.replace(method.returnType(), values));
            }
        }
        return null;
    }

    private static boolean isOfObject(ClassInfo.MethodInfo method) {
        return switch (method.name()) {
            case "equals" ->
                method.parameters().size() == 1 && method.parameters().get(0).is("java.lang.Object");
            case "hashCode", "toString" -> method.parameters().isEmpty();
            default -> false;
        };
    }
}
