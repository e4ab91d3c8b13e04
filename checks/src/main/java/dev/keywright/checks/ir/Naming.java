package dev.keywright.checks.ir;

import org.jspecify.annotations.Nullable;

/** The names by which code speaks of values. */
public final class Naming {

    private Naming() {}

    /** A variable's or a field's name; empty for anything else. */
    public static String ofPlace(@Nullable Expr expr) {
        if (expr instanceof Expr.Local local) {
            return local.name();
        }
        return expr instanceof Expr.Field field ? field.name() : "";
    }

    /** A variable's or a field's name, or that of the method whose result it is; empty for anything else. */
    public static String ofRead(@Nullable Expr expr) {
        return expr instanceof Expr.Call call ? call.method().name() : ofPlace(expr);
    }
}
