package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.SourceFile;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A lambda or method reference with the variables it sees, which have their numbers in the method that it was written in.
 * Known by its place in the source alone.
 */
record Fn(Expr source, Map<Integer, Value> captured, MethodDecl method, SourceFile file) {

    /** The same function where it was given to: what its method was handed is known there. */
    Fn substitute(Function<Input, Value> given, int depth) {
        if (depth >= Value.MAX_DEPTH || captured.isEmpty()) {
            return this;
        }
        Map<Integer, Value> known = new HashMap<>();
        captured.forEach((id, value) -> known.put(id, Substitution.of(value, given, depth + 1)));
        return new Fn(source, known, method, file);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fn fn && fn.source == source;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(source);
    }
}
