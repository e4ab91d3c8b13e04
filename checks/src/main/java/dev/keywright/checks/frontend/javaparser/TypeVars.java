package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Type variables inside declarations, written as a type named {@code #T}. They never leave this package. */
final class TypeVars {

    private TypeVars() {}

    static TypeRef of(String name) {
        return new TypeRef("#" + name, true, List.of(), 0);
    }

    static boolean isVar(TypeRef type) {
        return type.name().charAt(0) == '#';
    }

    static String nameOf(TypeRef variable) {
        return variable.name().substring(1);
    }

    static boolean mentions(TypeRef type) {
        if (isVar(type)) {
            return true;
        }
        for (TypeRef arg : type.args()) {
            if (mentions(arg)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Replaces variables; those without a value stay. Types grow here and nowhere else: a variable that stands twice doubles
     * its value, so that what has more parts than {@link TypeBudget} allows is left unknown.
     */
    static TypeRef replace(TypeRef type, Map<String, TypeRef> values) {
        if (values.isEmpty() || !mentions(type)) {
            return type;
        }
        return replace(type, values, new TypeBudget());
    }

    private static TypeRef replace(TypeRef type, Map<String, TypeRef> values, TypeBudget budget) {
        if (isVar(type)) {
            TypeRef value = values.get(nameOf(type));
            if (value != null && !budget.takes(value)) {
                return TypeRef.UNKNOWN;
            }
            return value == null ? type : withDims(value, value.dims() + type.dims());
        }
        if (type.args().isEmpty()) {
            return type;
        }
        List<TypeRef> args = new ArrayList<>(type.args().size());
        for (TypeRef arg : type.args()) {
            args.add(replace(arg, values, budget));
        }
        return new TypeRef(type.name(), type.resolved(), args, type.dims());
    }

    /** Whatever variable is left is not known. */
    static TypeRef close(TypeRef type) {
        if (!mentions(type)) {
            return type;
        }
        if (isVar(type)) {
            return TypeRef.UNKNOWN;
        }
        List<TypeRef> args = new ArrayList<>(type.args().size());
        for (TypeRef arg : type.args()) {
            args.add(close(arg));
        }
        return new TypeRef(type.name(), type.resolved(), args, type.dims());
    }

    /** The erasure, given the bounds of the variables in sight. */
    static TypeRef erase(TypeRef type, Map<String, TypeRef> own, Map<String, TypeRef> outer) {
        TypeRef current = type;
        for (int steps = 0; steps < 8 && isVar(current); steps++) {
            TypeRef bound = own.get(nameOf(current));
            if (bound == null) {
                bound = outer.get(nameOf(current));
            }
            current = bound == null ? Names.OBJECT : withDims(bound, bound.dims() + current.dims());
        }
        if (isVar(current)) {
            return withDims(Names.OBJECT, current.dims());
        }
        return raw(current);
    }

    static TypeRef raw(TypeRef type) {
        return type.args().isEmpty() ? type : new TypeRef(type.name(), type.resolved(), List.of(), type.dims());
    }

    static TypeRef withDims(TypeRef type, int dims) {
        return type.dims() == dims ? type : new TypeRef(type.name(), type.resolved(), type.args(), dims);
    }
}
