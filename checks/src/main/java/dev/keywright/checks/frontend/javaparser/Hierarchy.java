package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Supertypes and what is inherited through them. Thread-safe. */
final class Hierarchy {

    /** No real class has more supertypes; a malformed one may. */
    private static final int MOST = 300;

    /** One supertype of a class, written with the class's own type variables. */
    record Ancestor(ClassInfo info, TypeRef type) {}

    /** @param complete false when a supertype is not known */
    record Lineage(List<Ancestor> ancestors, Set<String> names, boolean complete) {}

    private static final Lineage NOTHING = new Lineage(List.of(), Set.of(), false);

    private final Classes classes;
    private final Map<String, Lineage> lineages = new ConcurrentHashMap<>();
    private final ThreadLocal<Set<String>> open = ThreadLocal.withInitial(HashSet::new);

    Hierarchy(Classes classes) {
        this.classes = classes;
    }

    Classes classes() {
        return classes;
    }

    /** The class itself first, then its supertypes, the superclass's before the interfaces'. */
    Lineage lineage(String name) {
        Lineage known = lineages.get(name);
        if (known != null) {
            return known;
        }
        ClassInfo info = classes.find(name);
        if (info == null) {
            return NOTHING;
        }
        // Resolving the supertypes' names may ask for the lineage that is being built (class A extends A.B).
        if (!open.get().add(name)) {
            return new Lineage(List.of(new Ancestor(info, TypeRef.of(name))), Set.of(name), false);
        }
        try {
            List<TypeRef> own = new ArrayList<>();
            for (String parameter : info.typeParameters().keySet()) {
                own.add(TypeVars.of(parameter));
            }
            Builder builder = new Builder();
            builder.add(info, new TypeRef(name, true, own, 0));
            if (builder.names.add("java.lang.Object")) {
                ClassInfo object = classes.find("java.lang.Object");
                if (object != null) {
                    builder.ancestors.add(new Ancestor(object, Names.OBJECT));
                }
            }
            Lineage lineage = new Lineage(List.copyOf(builder.ancestors), Set.copyOf(builder.names), builder.complete);
            lineages.put(name, lineage);
            return lineage;
        } finally {
            open.get().remove(name);
        }
    }

    private final class Builder {
        final List<Ancestor> ancestors = new ArrayList<>();
        final Set<String> names = new HashSet<>();
        boolean complete = true;

        void add(ClassInfo info, TypeRef type) {
            if (!names.add(info.name())) {
                return;
            }
            if (names.size() > MOST) {
                complete = false;
                TypeBudget.exceed();
                return;
            }
            ancestors.add(new Ancestor(info, type));
            Map<String, TypeRef> values = bind(info, type);
            for (TypeRef parent : info.supertypes()) {
                ClassInfo parentInfo = parent.resolved() ? classes.find(parent.name()) : null;
                if (parentInfo == null) {
                    names.add(parent.name());
                    complete = false;
                } else {
                    add(parentInfo, TypeVars.replace(parent, values));
                }
            }
        }
    }

    /** The values of a class's type variables in one of its types; empty for a raw one. */
    static Map<String, TypeRef> bind(ClassInfo info, TypeRef type) {
        if (type.args().isEmpty() || info.typeParameters().size() != type.args().size()) {
            return type.args().isEmpty() ? Map.of() : unknown(info);
        }
        Map<String, TypeRef> values = new HashMap<>();
        int i = 0;
        for (String parameter : info.typeParameters().keySet()) {
            values.put(parameter, type.args().get(i++));
        }
        return values;
    }

    private static Map<String, TypeRef> unknown(ClassInfo info) {
        Map<String, TypeRef> values = new HashMap<>();
        for (String parameter : info.typeParameters().keySet()) {
            values.put(parameter, TypeRef.UNKNOWN);
        }
        return values;
    }

    /** A type seen as one of its supertypes, with that one's arguments; null when it is none, as far as is known. */
    @Nullable
    TypeRef as(TypeRef type, String ancestor) {
        if (type.name().equals(ancestor)) {
            return type;
        }
        if (type.dims() > 0 || !type.resolved()) {
            return null;
        }
        ClassInfo info = classes.find(type.name());
        if (info == null) {
            return null;
        }
        Map<String, TypeRef> values = bind(info, type);
        for (Ancestor candidate : lineage(type.name()).ancestors()) {
            if (candidate.info().name().equals(ancestor)) {
                if (type.args().isEmpty() && !info.typeParameters().isEmpty()) {
                    return TypeVars.close(candidate.type());
                }
                return TypeVars.close(TypeVars.replace(candidate.type(), values));
            }
        }
        return null;
    }

    /** Yes, no, or null when too little is known. Boxing is not looked through. */
    @Nullable
    Boolean isSubtype(TypeRef type, TypeRef ancestor) {
        if (Names.isUnknown(type) || Names.isUnknown(ancestor)) {
            return null;
        }
        if (type.dims() != ancestor.dims()) {
            if (type.dims() > ancestor.dims()) {
                return ancestor.dims() == 0 && !ancestor.isPrimitive()
                        ? Boolean.valueOf(ancestor.name().equals("java.lang.Object")
                                || ancestor.name().equals("java.lang.Cloneable")
                                || ancestor.name().equals("java.io.Serializable"))
                        : Boolean.valueOf(ancestor.name().equals("java.lang.Object") && ancestor.dims() < type.dims());
            }
            return type.resolved() ? Boolean.FALSE : null;
        }
        if (type.name().equals(ancestor.name())) {
            return true;
        }
        boolean primitive = TypeVars.withDims(type, 0).isPrimitive();
        if (primitive || TypeVars.withDims(ancestor, 0).isPrimitive()) {
            return type.dims() == 0
                    && Names.rank(type) > 0
                    && Names.rank(type) < Names.rank(ancestor)
                    && (Names.rank(ancestor) > 2 || !ancestor.name().equals("char"));
        }
        if (ancestor.name().equals("java.lang.Object")) {
            return true;
        }
        if (!type.resolved()) {
            return null;
        }
        Lineage lineage = lineage(type.name());
        if (lineage.names().contains(ancestor.name())) {
            return true;
        }
        if (!lineage.complete()) {
            // A final class of the JDK is no supertype of what we cannot see.
            return ancestor.isString() ? Boolean.FALSE : null;
        }
        return ancestor.resolved() ? Boolean.FALSE : null;
    }

    /** The qualified name of a member type, declared or inherited. */
    @Nullable
    String memberType(String className, String simple) {
        ClassInfo info = classes.find(className);
        if (info == null) {
            return null;
        }
        String own = info.nested(simple);
        if (own != null) {
            return own;
        }
        for (Ancestor ancestor : lineage(className).ancestors()) {
            String nested = ancestor.info().nested(simple);
            if (nested != null) {
                return nested;
            }
        }
        return null;
    }
}
