package dev.keywright.checks.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts what a caller hands in where a method saw only its inputs. */
final class Substitution {

    private Substitution() {}

    static Value of(Value value, Function<Input, Value> given, int depth) {
        if (value.inputs().isEmpty()
                && value.contents().isEmpty()
                && value.pieces().isEmpty()
                && value.fn() == null) {
            return value;
        }
        if (value.isExact() && value.inputs().size() == 1) {
            Value actual = given.apply(value.inputs().get(0));
            Value result = actual;
            for (Label label : value.labels()) {
                // A parameter's name is a guess about what callers hand in; here the caller is known.
                result = label.certainty().compareTo(Certainty.NAMED) < 0 ? result.plus(label) : result;
            }
            result = new Value(
                    result.labels(),
                    actual.inputs(),
                    actual.flags() | value.flags(),
                    actual.constant(),
                    actual.pieces(),
                    Joins.contents(actual.contents(), held(value, given, depth)),
                    actual.fn(),
                    actual.isExact());
            // What the method has put into what it was handed is in it, beside what was there.
            for (Map.Entry<String, Value> put : value.contents().entrySet()) {
                Value inner = depth < Value.MAX_DEPTH ? of(put.getValue(), given, depth + 1) : put.getValue();
                result = inner.speaks() ? result.holding(put.getKey(), inner) : result;
            }
            return result;
        }
        // Where nothing but the input is in it, what the caller hands in is all there is: literals stay literals.
        boolean blank = (value.labels().isEmpty() || isNamedLiteral(value, given))
                && (value.flags() & ~Flag.STATE.bit()) == 0
                && value.constant() == null
                && value.fn() == null;
        Value result = blank
                ? Value.NONE
                : new Value(
                        value.labels(),
                        List.of(),
                        value.flags(),
                        value.constant(),
                        List.of(),
                        Map.of(),
                        value.fn() == null ? null : value.fn().substitute(given, depth),
                        false);
        for (Input input : value.inputs()) {
            Value actual = given.apply(new Input(input.index(), input.field(), false));
            result = result.joinCarried(input.digested() ? actual.digested() : actual.rendered());
        }
        if (blank && value.is(Flag.STATE)) {
            result = result.with(Flag.STATE);
        }
        if (!value.pieces().isEmpty() && depth < Value.MAX_DEPTH) {
            List<Piece> parts = new ArrayList<>();
            for (Piece piece : value.pieces()) {
                parts.add(piece.text() != null ? piece : new Piece(null, of(piece.value(), given, depth + 1)));
            }
            Value whole = Assembly.of(parts);
            result = new Value(
                    result.labels(),
                    result.inputs(),
                    result.flags() & ~Flag.LITERAL.bit() | whole.flags() & Flag.LITERAL.bit(),
                    whole.constant(),
                    whole.pieces(),
                    Map.of(),
                    null,
                    false);
        }
        return value.contents().isEmpty() || depth >= Value.MAX_DEPTH
                ? result
                : result.withContents(held(value, given, depth));
    }

    /** What a parameter's name made of it was a guess: {@code sign(body, "written")} hands in a literal, by whatever name. */
    private static boolean isNamedLiteral(Value value, Function<Input, Value> given) {
        return value.inputs().size() == 1
                && value.labels().stream().allMatch(label -> label.certainty().compareTo(Certainty.NAMED) >= 0)
                && given.apply(value.inputs().get(0)).is(Flag.LITERAL)
                && given.apply(value.inputs().get(0)).labels().isEmpty();
    }

    private static Map<String, Value> held(Value value, Function<Input, Value> given, int depth) {
        if (value.contents().isEmpty() || depth >= Value.MAX_DEPTH) {
            return Map.of();
        }
        Map<String, Value> held = new LinkedHashMap<>();
        value.contents().forEach((key, inner) -> held.put(key, of(inner, given, depth + 1)));
        return held;
    }
}
