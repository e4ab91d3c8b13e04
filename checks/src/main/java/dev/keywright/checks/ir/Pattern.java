package dev.keywright.checks.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pattern in {@code instanceof} or {@code case}. */
public sealed interface Pattern {

    /** A type, with the variable it binds, if any. */
    record Type(TypeRef tested, @Nullable Variable binding) implements Pattern {}

    /** A record pattern. */
    record Record(TypeRef tested, List<Pattern> components) implements Pattern {
        public Record {
            components = List.copyOf(components);
        }
    }

    /** A constant label of a {@code case}. */
    record Constant(Expr value) implements Pattern {}

    /** {@code default}, {@code _}, or what the front end does not know. */
    record Any() implements Pattern {}
}
