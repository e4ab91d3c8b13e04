package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types in sight at a place: type parameters, local classes, members of the enclosing classes, then the file's.
 * A chain from the inside out; not changed once made.
 *
 * @param className the class whose members are in sight from here, null for a scope of names only
 * @param variables type parameters declared here, name to bound
 * @param locals local classes declared here, simple to qualified name
 */
record TypeScope(
        @Nullable TypeScope outer,
        FileNames file,
        Hierarchy hierarchy,
        @Nullable String className,
        Map<String, TypeRef> variables,
        Map<String, String> locals) {

    static TypeScope ofFile(FileNames file, Hierarchy hierarchy) {
        return new TypeScope(null, file, hierarchy, null, Map.of(), Map.of());
    }

    TypeScope withClass(String name) {
        return new TypeScope(this, file, hierarchy, name, Map.of(), Map.of());
    }

    /** @param bounds as written */
    TypeScope withVariables(Map<String, TypeRef> bounds) {
        return bounds.isEmpty() ? this : new TypeScope(this, file, hierarchy, null, bounds, Map.of());
    }

    TypeScope withLocal(String simple, String qualified) {
        return new TypeScope(this, file, hierarchy, null, Map.of(), Map.of(simple, qualified));
    }

    /** The type for use in an expression or as a declared type of the ir: variables are their bounds. */
    TypeRef resolve(TypeRef written) {
        return resolve(written, false, 0);
    }

    /** The type for use in a declaration: variables stay. */
    TypeRef resolveGeneric(TypeRef written) {
        return resolve(written, true, 0);
    }

    private TypeRef resolve(TypeRef written, boolean keepVariables, int depth) {
        if (written.resolved() || written.name().equals("?") || depth > 30) {
            return written;
        }
        TypeRef base = resolveName(written.name(), keepVariables, depth);
        if (written.args().isEmpty()) {
            return TypeVars.withDims(base, base.dims() + written.dims());
        }
        List<TypeRef> args = new ArrayList<>(written.args().size());
        for (TypeRef arg : written.args()) {
            args.add(resolve(arg, keepVariables, depth + 1));
        }
        return new TypeRef(base.name(), base.resolved(), args, base.dims() + written.dims());
    }

    private TypeRef resolveName(String name, boolean keepVariables, int depth) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        TypeRef found = simple(first, keepVariables, depth);
        if (dot < 0) {
            return found != null ? found : TypeRef.unresolved(name);
        }
        if (found != null && found.dims() == 0) {
            return nested(found, name.substring(dot + 1));
        }
        return qualified(name);
    }

    /** The type that a simple name means here; null when none is known. */
    @Nullable
    TypeRef simple(String name) {
        return simple(name, false, 0);
    }

    private @Nullable TypeRef simple(String name, boolean keepVariables, int depth) {
        for (TypeScope scope = this; scope != null; scope = scope.outer) {
            TypeRef bound = scope.variables.get(name);
            if (bound != null) {
                // Without its arguments: variables that bound each other would be followed along every path.
                return keepVariables
                        ? TypeVars.of(name)
                        : TypeVars.raw(scope.resolve(TypeVars.raw(bound), false, depth + 1));
            }
            String local = scope.locals.get(name);
            if (local != null) {
                return TypeRef.of(local);
            }
            if (scope.className != null) {
                String member = hierarchy.memberType(scope.className, name);
                if (member != null) {
                    return TypeRef.of(member);
                }
                if (name.equals(simpleName(scope.className))) {
                    return TypeRef.of(scope.className);
                }
            }
        }
        return file.resolve(name);
    }

    private TypeRef nested(TypeRef outerType, String rest) {
        String current = outerType.name();
        for (String part : rest.split("\\.")) {
            String member = outerType.resolved() ? hierarchy.memberType(current, part) : null;
            current = member != null ? member : current + '.' + part;
        }
        return outerType.resolved() ? TypeRef.of(current) : TypeRef.unresolved(current);
    }

    private TypeRef qualified(String name) {
        if (hierarchy.classes().find(name) != null) {
            return TypeRef.of(name);
        }
        int start = 0;
        boolean packaged = false;
        for (int dot = name.indexOf('.'); ; dot = name.indexOf('.', start)) {
            if (Character.isUpperCase(name.charAt(start))) {
                return packaged ? TypeRef.of(name) : TypeRef.unresolved(name);
            }
            if (dot < 0) {
                return TypeRef.unresolved(name);
            }
            packaged = true;
            start = dot + 1;
        }
    }

    private static String simpleName(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
