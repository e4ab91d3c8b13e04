package dev.keywright.checks.frontend.javaparser;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.TypeRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that the branches of an expression or the returns of a lambda give, and the type they have in common. */
final class Yields {

    private final @Nullable TypeRef expected;
    private final List<TypeRef> types = new ArrayList<>(2);
    private boolean unknown;

    Yields(@Nullable TypeRef expected) {
        this.expected = expected;
    }

    @Nullable
    TypeRef expected() {
        return expected;
    }

    void add(Expr value) {
        if (Expr.Literal.isNull(value)) {
            return;
        }
        if (Names.isUnknown(value.type())) {
            unknown = true;
        } else if (!types.contains(value.type())) {
            types.add(value.type());
        }
    }

    /** The common type of what was seen, without regard to what was expected. */
    TypeRef seen(Hierarchy hierarchy) {
        Yields alone = new Yields(null);
        alone.types.addAll(types);
        alone.unknown = unknown;
        return alone.type(hierarchy);
    }

    /** Unknown when the branches have no type in common that is easily found. */
    TypeRef type(Hierarchy hierarchy) {
        if (unknown || types.isEmpty()) {
            return expected == null || TypeVars.mentions(expected) ? TypeRef.UNKNOWN : expected;
        }
        TypeRef common = types.get(0);
        for (TypeRef next : types.subList(1, types.size())) {
            TypeRef number = Names.promote(common, next);
            if (!Names.isUnknown(number)) {
                common = number;
            } else if (Boolean.TRUE.equals(hierarchy.isSubtype(common, next))) {
                common = next;
            } else if (!Boolean.TRUE.equals(hierarchy.isSubtype(next, common))) {
                return expected == null || TypeVars.mentions(expected) ? TypeRef.UNKNOWN : expected;
            }
        }
        return common;
    }
}
