package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import java.util.Map;

/** A lambda or method reference with the variables it sees. Known by its place in the source alone. */
record Fn(Expr source, Map<Integer, Value> captured) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Fn fn && fn.source == source;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(source);
    }
}
