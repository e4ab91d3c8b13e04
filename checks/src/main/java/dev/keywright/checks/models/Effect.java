package dev.keywright.checks.models;

import java.util.List;

/** One thing that a library's method does. */
public sealed interface Effect {

    /** The result is a secret. */
    record Source(Kind kind, Role role, String what) implements Effect {}

    /**
     * The result is a secret when the constant {@code name} is the name of one: of a header, a parameter, a property. It
     * comes from a caller when {@code role} says so, secret or not.
     */
    record NamedSource(Operand name, Role role, String what) implements Effect {}

    /** The result comes from a caller, secret or not. */
    record Presented() implements Effect {}

    /** The result is all headers or parameters of a request, or a copy of them. */
    record RequestMap() implements Effect {}

    /** What is written to the result is an answer to a caller. */
    record Answer() implements Effect {}

    /** The result can be guessed. */
    record WeakRandom() implements Effect {}

    /** The result is good to make secrets from. */
    record StrongRandom() implements Effect {}

    /** The result carries what the operands carry. */
    record Returns(List<Operand> from) implements Effect {
        public Returns {
            from = List.copyOf(from);
        }
    }

    /** The result holds the operands as elements. */
    record Holds(List<Operand> elements) implements Effect {
        public Holds {
            elements = List.copyOf(elements);
        }
    }

    /** The result is a digest of the operands. */
    record Digest(List<Operand> from) implements Effect {
        public Digest {
            from = List.copyOf(from);
        }
    }

    /** The result is the operands' texts one behind the other. */
    record Concat(List<Operand> parts) implements Effect {
        public Concat {
            parts = List.copyOf(parts);
        }
    }

    /** A text with holes: {@code %s}, {@code {}} or {@code {0}}. */
    record Format(Operand pattern, Operand values) implements Effect {}

    /** {@code to} takes in what the operands carry. */
    record Writes(Operand to, List<Operand> from) implements Effect {
        public Writes {
            from = List.copyOf(from);
        }
    }

    /** {@code to} gets an entry. */
    record Puts(Operand key, Operand value) implements Effect {}

    /** The result is the entry under a key. */
    record Gets(Operand key) implements Effect {}

    /** The result is the receiver itself. */
    record Fluent() implements Effect {}

    /** The result carries nothing, whatever goes in: masked, counted, tested. */
    record Sanitizes() implements Effect {}

    /** The operands leave the program's hands. */
    record Sink(SinkKind kind, List<Operand> operands) implements Effect {
        public Sink {
            operands = List.copyOf(operands);
        }
    }

    /** Two operands are compared; {@code constantTime} when without telling by its time where they differ. */
    record Compare(Operand left, Operand right, boolean constantTime) implements Effect {}

    /**
     * A function is called.
     *
     * @param function the operand that is a lambda or a method reference
     * @param parameters what its parameters are; empty when it takes none
     * @param to where its result goes; {@link Operand#RESULT}, element or not
     * @param used whether its result goes anywhere
     */
    record Calls(Operand function, List<Operand> parameters, Operand to, boolean used) implements Effect {
        public Calls {
            parameters = List.copyOf(parameters);
        }
    }
}
