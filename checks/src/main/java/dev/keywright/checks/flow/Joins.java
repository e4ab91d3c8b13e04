package dev.keywright.checks.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Two values in one: where paths meet it is either of them, where a text or a container is made of them it is both. */
final class Joins {

    private Joins() {}

    /** Either of two values. */
    static Value either(Value one, Value other) {
        if (one == other || one.equals(other)) {
            return one;
        }
        if ((one.is(Flag.ORDERED) || other.is(Flag.ORDERED)) && !sameOrder(one, other)) {
            return either(Sequences.heap(one), Sequences.heap(other));
        }
        if (other.flags() == Flag.NULL.bit()
                && other.constant() == null
                && other.labels().isEmpty()) {
            return one.with(Flag.NULL);
        }
        if (one.flags() == Flag.NULL.bit()
                && one.constant() == null
                && one.labels().isEmpty()) {
            return other.with(Flag.NULL);
        }
        if (one.is(Flag.BLANK) && other.is(Flag.LITERAL)) {
            return either(one.without(Flag.BLANK).with(Flag.LITERAL), other);
        }
        if (other.is(Flag.BLANK) && one.is(Flag.LITERAL)) {
            return either(one, other.without(Flag.BLANK).with(Flag.LITERAL));
        }
        int both = Flag.LITERAL.bit()
                | Flag.CLEAN.bit()
                | Flag.ENUM.bit()
                | Flag.ORDERED.bit()
                | Flag.BLANK.bit()
                | Flag.MADE.bit();
        int joined = (one.flags() & other.flags() & both) | ((one.flags() | other.flags()) & ~both);
        if (!one.labels().isEmpty() && !one.is(Flag.ASSEMBLED)
                || !other.labels().isEmpty() && !other.is(Flag.ASSEMBLED)) {
            joined &= ~Flag.ASSEMBLED.bit();
        }
        if (isWritten(one, other) || isWritten(other, one)) {
            joined |= Flag.WRITTEN.bit();
        }
        return new Value(
                union(one.labels(), other.labels(), Value.MAX_LABELS),
                union(one.inputs(), other.inputs(), Value.MAX_INPUTS),
                joined,
                Objects.equals(one.constant(), other.constant()) ? one.constant() : null,
                one.pieces().equals(other.pieces())
                        ? one.pieces()
                        : one.pieces().isEmpty() ? other.pieces() : one.pieces(),
                contents(one.contents(), other.contents()),
                one.fn() == null ? other.fn() : one.fn(),
                one.isExact() && other.isExact() && one.inputs().equals(other.inputs()));
    }

    /** Both at once, not either of them: what one of them is, the whole is. */
    static Value both(Value one, Value other) {
        if (other.isNone()) {
            return one;
        }
        if (one.isNone()) {
            return other;
        }
        int or = (one.flags() | other.flags())
                & ~(Flag.LITERAL.bit() | Flag.CLEAN.bit() | Flag.NULL.bit() | Flag.ENUM.bit() | Value.OF_THE_WHOLE);
        int and = one.flags() & other.flags() & (Flag.LITERAL.bit() | Flag.CLEAN.bit());
        // What is inside stays as it was in the first.
        and |= one.flags() & (Flag.ORDERED.bit() | Flag.HANDED.bit());
        return new Value(
                union(one.labels(), other.labels(), Value.MAX_LABELS),
                union(one.inputs(), other.inputs(), Value.MAX_INPUTS),
                or | and,
                one.constant(),
                one.pieces(),
                one.contents(),
                one.fn(),
                false);
    }

    /** A literal on one path, which is not one on the other. */
    private static boolean isWritten(Value literal, Value other) {
        return literal.text() != null
                && !other.is(Flag.LITERAL)
                && literal.labels().isEmpty()
                && LiteralSecrets.looksSecret(literal.text());
    }

    private static boolean sameOrder(Value one, Value other) {
        return one.is(Flag.ORDERED)
                && other.is(Flag.ORDERED)
                && one.contents().keySet().equals(other.contents().keySet());
    }

    /** What either of two holds. */
    static Map<String, Value> contents(Map<String, Value> left, Map<String, Value> right) {
        if (left.isEmpty() || left.equals(right)) {
            return right;
        }
        if (right.isEmpty()) {
            return left;
        }
        Map<String, Value> joined = new LinkedHashMap<>(left);
        right.forEach((key, value) -> joined.merge(Value.roomFor(key, joined), value, Value::join));
        return Collections.unmodifiableMap(joined);
    }

    private static <T> List<T> union(List<T> left, List<T> right, int limit) {
        if (right.isEmpty() || left.equals(right)) {
            return left;
        }
        if (left.isEmpty()) {
            return right;
        }
        List<T> all = left;
        for (T item : right) {
            if (all.size() < limit && !all.contains(item)) {
                all = add(all, item);
            }
        }
        return all;
    }

    static <T> List<T> add(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return List.copyOf(longer);
    }
}
