package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.TypeRef;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one call's type variables, guessed from its arguments: simpler than JLS 18, and silent where unsure. */
final class Inference {

    private final Hierarchy hierarchy;
    private final Map<String, TypeRef> variables;
    private final Map<String, TypeRef> values = new HashMap<>();

    /** @param variables the method's type parameters, name to bound */
    Inference(Hierarchy hierarchy, Map<String, TypeRef> variables) {
        this.hierarchy = hierarchy;
        this.variables = variables;
    }

    /** Learns from an argument of a type that is passed for a parameter. */
    void learn(TypeRef formal, TypeRef actual) {
        learn(formal, actual, 0);
    }

    private void learn(TypeRef formal, TypeRef actual, int depth) {
        if (variables.isEmpty() || depth > 8 || Names.isUnknown(actual) || !TypeVars.mentions(formal)) {
            return;
        }
        if (TypeVars.isVar(formal)) {
            if (actual.dims() >= formal.dims() && variables.containsKey(TypeVars.nameOf(formal))) {
                TypeRef value = TypeVars.withDims(actual, actual.dims() - formal.dims());
                if (formal.dims() == 0 || !value.isPrimitive()) {
                    set(TypeVars.nameOf(formal), Names.boxed(value), depth == 0);
                }
            }
            return;
        }
        if (formal.dims() != actual.dims()) {
            return;
        }
        TypeRef seen = hierarchy.as(Names.boxed(actual), formal.name());
        if (seen != null && seen.args().size() == formal.args().size()) {
            for (int i = 0; i < formal.args().size(); i++) {
                learn(formal.args().get(i), seen.args().get(i), depth + 1);
            }
        }
    }

    /** @param direct whether the argument itself has the variable's type: only then may it widen what is known */
    private void set(String name, TypeRef value, boolean direct) {
        TypeRef known = values.get(name);
        if (TypeVars.mentions(value)) {
            return;
        }
        if (known == null || Names.isUnknown(known)) {
            values.put(name, value);
        } else if (direct && !known.equals(value)) {
            if (Boolean.TRUE.equals(hierarchy.isSubtype(known, value))) {
                values.put(name, value);
            } else if (!Boolean.TRUE.equals(hierarchy.isSubtype(value, known))) {
                values.put(name, TypeRef.UNKNOWN);
            }
        }
    }

    /** Puts in what is known so far; the rest stays a variable. */
    TypeRef apply(TypeRef type) {
        return TypeVars.replace(type, values);
    }

    /** The final type: a variable without a value is what the call is expected to give, else its bound, else unknown. */
    TypeRef result(TypeRef declared, TypeRef erased, @Nullable TypeRef expected) {
        TypeRef type = apply(declared);
        if (TypeVars.isVar(type)) {
            TypeRef bound = variables.get(TypeVars.nameOf(type));
            if (bound == null) {
                return erased;
            }
            if (expected != null && !Names.isUnknown(expected) && !TypeVars.mentions(expected) && type.dims() == 0) {
                return Names.boxed(expected);
            }
            return erased.is("java.lang.Object") ? TypeRef.UNKNOWN : erased;
        }
        if (TypeVars.mentions(type) && expected != null && expected.name().equals(type.name())) {
            for (int i = 0; i < type.args().size() && i < expected.args().size(); i++) {
                learn(type.args().get(i), expected.args().get(i), 1);
            }
            type = apply(type);
        }
        return TypeVars.close(type);
    }
}
