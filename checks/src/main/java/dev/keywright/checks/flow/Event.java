package dev.keywright.checks.flow;

import dev.keywright.checks.finding.TraceStep;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodRef;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeRef;
import dev.keywright.checks.models.SinkKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to values in a method, or in a helper that it calls with values of its own.
 *
 * <p>When {@link #inner()} is not null, the event itself happened in a helper: {@link #at()} is the call that led there,
 * and {@code inner} is the event as the helper alone sees it. A rule that would report {@code inner} by itself must not
 * report the outer one: {@link FlowView} has methods that ask for both at once.
 */
public sealed interface Event {

    /** The expression in the method that is viewed. */
    Expr at();

    /** Where a finding about it points. */
    Span span();

    SourceFile file();

    @Nullable
    Event inner();

    /** Where it all happens, through however many helpers; the event itself when it happens here. */
    default Event innermost() {
        Event innermost = this;
        for (Event next = inner(); next != null; next = next.inner()) {
            innermost = next;
        }
        return innermost;
    }

    /** Through how many helpers it is seen; 0 when it happens here. */
    default int depth() {
        int depth = 0;
        for (Event next = inner(); next != null; next = next.inner()) {
            depth++;
        }
        return depth;
    }

    /**
     * The way of a secret that is in it, to its end: into every helper that it is handed to, and to the place in the last.
     *
     * @param last what happens there, in a few words
     */
    default List<TraceStep> way(Label secret, String last) {
        List<TraceStep> steps = new ArrayList<>(secret.trace().steps());
        for (Event next = inner(); next != null; next = next.inner()) {
            String text = next.inner() == null ? last : Messages.handedOn();
            steps.add(new TraceStep(Trace.location(next.file(), next.span()), text));
        }
        return List.copyOf(steps);
    }

    /** The event as a caller sees it; null when nothing of the caller's is in it. */
    @Nullable
    Event seenFrom(Expr call, Span span, SourceFile file, Function<Input, Value> given);

    /**
     * The event as a method sees it that calls the function of another, which knows nothing of what it is handed; null for what
     * the other is told of alone.
     */
    @Nullable
    Event from(Expr call, Span span, SourceFile file);

    /** The same event seen twice, in two turns of a loop or two calls of a lambda. */
    Event join(Event other);

    /** How two values are compared. */
    enum How {
        /** {@code equals} and its kin, which stop at the first difference. */
        CALL,
        /** Elements of two arrays or texts, one by one, with an early exit. */
        LOOP,
        /** Hash codes. */
        HASH_CODE,
        /** {@code switch} on the text. */
        SWITCH,
        /** An element of a collection that is searched. */
        SEARCH,
        /** By a regular expression, a beginning or an end. */
        PART,
        /** A method that does not tell by its time. */
        CONSTANT_TIME
    }

    /** Two values are compared. {@code method} is the called method's name, or {@code ==}, or {@code switch}. */
    record Comparison(
            How how,
            String method,
            Value left,
            Value right,
            @Nullable Expr leftExpr,
            @Nullable Expr rightExpr,
            Expr at,
            Span span,
            SourceFile file,
            @Nullable Event inner)
            implements Event {

        @Override
        public @Nullable Event seenFrom(Expr call, Span callSpan, SourceFile caller, Function<Input, Value> given) {
            if (left.inputs().isEmpty() && right.inputs().isEmpty()) {
                return null;
            }
            Value newLeft = left.substitute(given);
            Value newRight = right.substitute(given);
            return newLeft.labels().isEmpty() && newRight.labels().isEmpty() && none(newLeft) && none(newRight)
                    ? null
                    : new Comparison(how, method, newLeft, newRight, leftExpr, rightExpr, call, callSpan, caller, this);
        }

        @Override
        public Event from(Expr call, Span callSpan, SourceFile caller) {
            Event there =
                    new Comparison(how, method, Value.NONE, Value.NONE, leftExpr, rightExpr, at, span, file, inner);
            return new Comparison(how, method, left, right, leftExpr, rightExpr, call, callSpan, caller, there);
        }

        @Override
        public Event join(Event other) {
            return other instanceof Comparison that
                    ? new Comparison(
                            how,
                            method,
                            left.join(that.left),
                            right.join(that.right),
                            leftExpr,
                            rightExpr,
                            at,
                            span,
                            file,
                            inner)
                    : this;
        }
    }

    /** A value reaches a place that lets it out, or a place that must not be given such a value. */
    record Sink(
            SinkKind kind,
            Value value,
            MethodRef method,
            int argument,
            Expr at,
            Span span,
            SourceFile file,
            @Nullable Event inner)
            implements Event {

        @Override
        public @Nullable Event seenFrom(Expr call, Span callSpan, SourceFile caller, Function<Input, Value> given) {
            if (value.inputs().isEmpty()) {
                return null;
            }
            Value seen = value.substitute(given);
            return none(seen) && seen.allLabels().isEmpty()
                    ? null
                    : new Sink(kind, seen, method, argument, call, callSpan, caller, this);
        }

        @Override
        public Event from(Expr call, Span callSpan, SourceFile caller) {
            Event there = new Sink(kind, Value.NONE, method, argument, at, span, file, inner);
            return new Sink(kind, value, method, argument, call, callSpan, caller, there);
        }

        @Override
        public Event join(Event other) {
            return other instanceof Sink that
                    ? new Sink(kind, value.join(that.value), method, argument, at, span, file, inner)
                    : this;
        }
    }

    /** A text is put together. */
    record Text(
            Value value,
            Expr at,
            Span span,
            SourceFile file,
            @Nullable Event inner) implements Event {

        @Override
        public @Nullable Event seenFrom(Expr call, Span callSpan, SourceFile caller, Function<Input, Value> given) {
            if (value.inputs().isEmpty()) {
                return null;
            }
            Value seen = value.substitute(given);
            return seen.labels().isEmpty() && seen.inputs().isEmpty()
                    ? null
                    : new Text(seen, call, callSpan, caller, this);
        }

        @Override
        public Event from(Expr call, Span callSpan, SourceFile caller) {
            return new Text(value, call, callSpan, caller, new Text(Value.NONE, at, span, file, inner));
        }

        @Override
        public Event join(Event other) {
            return other instanceof Text that ? new Text(value.join(that.value), at, span, file, inner) : this;
        }
    }

    /**
     * A value gets a name: a variable or field is given it, a setter is handed it, a method returns it.
     *
     * @param name of the variable, field, property or method
     * @param value as it was before its name said anything of it
     */
    record Named(String name, TypeRef type, Value value, Expr at, Span span, SourceFile file) implements Event {

        @Override
        public @Nullable Event inner() {
            return null;
        }

        @Override
        public @Nullable Event seenFrom(Expr call, Span callSpan, SourceFile caller, Function<Input, Value> given) {
            if (value.inputs().isEmpty() || value.is(Flag.WEAK_RANDOM)) {
                return null;
            }
            // Literals and settings are told where they are handed in, by what they are handed in as.
            Value seen = value.substitute(given);
            boolean passedOn = seen.inputs().stream().anyMatch(Input::isWhole);
            return seen.is(Flag.WEAK_RANDOM) || passedOn ? new Named(name, type, seen, call, callSpan, caller) : null;
        }

        @Override
        public @Nullable Event from(Expr call, Span callSpan, SourceFile caller) {
            return null;
        }

        @Override
        public Event join(Event other) {
            return other instanceof Named that ? new Named(name, type, value.join(that.value), at, span, file) : this;
        }
    }

    private static boolean none(Value value) {
        return value.inputs().isEmpty()
                && !value.is(Flag.PRESENTED)
                && !value.is(Flag.WEAK_RANDOM)
                && !value.is(Flag.LITERAL)
                && !value.is(Flag.WRITTEN)
                && !value.is(Flag.BLANK)
                && !value.is(Flag.CONFIGURED)
                && !value.is(Flag.REQUEST_MAP);
    }
}
