package dev.keywright.checks.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.checks.ir.BinaryOp;
import dev.keywright.checks.ir.UnaryOp;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Operators on constants give what Java itself gives; where Java gives a number that is not followed, nothing. */
class FoldingTest {

    private static final List<Integer> INTS =
            List.of(0, 1, -1, 2, 7, -7, 31, 32, 33, 86, 1000, Integer.MAX_VALUE, Integer.MIN_VALUE);
    private static final List<Long> LONGS =
            List.of(0L, 1L, -1L, 3L, 63L, 64L, 65L, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE);

    private static final Map<BinaryOp, BinaryOperator<Object>> ON_INTS = Map.ofEntries(
            Map.entry(BinaryOp.EQUAL, (a, b) -> (int) a == (int) b),
            Map.entry(BinaryOp.NOT_EQUAL, (a, b) -> (int) a != (int) b),
            Map.entry(BinaryOp.LESS, (a, b) -> (int) a < (int) b),
            Map.entry(BinaryOp.LESS_EQUAL, (a, b) -> (int) a <= (int) b),
            Map.entry(BinaryOp.GREATER, (a, b) -> (int) a > (int) b),
            Map.entry(BinaryOp.GREATER_EQUAL, (a, b) -> (int) a >= (int) b),
            Map.entry(BinaryOp.PLUS, (a, b) -> (int) a + (int) b),
            Map.entry(BinaryOp.MINUS, (a, b) -> (int) a - (int) b),
            Map.entry(BinaryOp.TIMES, (a, b) -> (int) a * (int) b),
            Map.entry(BinaryOp.BIT_AND, (a, b) -> (int) a & (int) b),
            Map.entry(BinaryOp.BIT_OR, (a, b) -> (int) a | (int) b),
            Map.entry(BinaryOp.BIT_XOR, (a, b) -> (int) a ^ (int) b),
            Map.entry(BinaryOp.SHIFT_LEFT, (a, b) -> (int) a << (int) b));

    private static final Map<BinaryOp, BinaryOperator<Object>> ON_LONGS = Map.ofEntries(
            Map.entry(BinaryOp.EQUAL, (a, b) -> (long) a == (long) b),
            Map.entry(BinaryOp.LESS, (a, b) -> (long) a < (long) b),
            Map.entry(BinaryOp.PLUS, (a, b) -> (long) a + (long) b),
            Map.entry(BinaryOp.MINUS, (a, b) -> (long) a - (long) b),
            Map.entry(BinaryOp.TIMES, (a, b) -> (long) a * (long) b),
            Map.entry(BinaryOp.BIT_XOR, (a, b) -> (long) a ^ (long) b),
            Map.entry(BinaryOp.SHIFT_LEFT, (a, b) -> (long) a << (long) b));

    @Test
    void nothingIsKnownOfWhatIsNotKnown() {
        for (BinaryOp op : BinaryOp.values()) {
            assertThat(Folding.of(op, null, null)).as("%s", op).isNull();
            assertThat(Folding.of(op, 1, null)).as("%s", op).isNull();
            assertThat(Folding.of(op, null, 1L)).as("%s", op).isNull();
            assertThat(Folding.of(op, 1.5, 1)).as("%s", op).isNull();
            assertThat(Folding.of(op, "1", 1)).as("%s", op).isNull();
        }
        for (UnaryOp op : UnaryOp.values()) {
            assertThat(Folding.of(op, null)).as("%s", op).isNull();
            assertThat(Folding.of(op, 1.5)).as("%s", op).isNull();
        }
    }

    @Test
    void aDivisionByNothingHasNoResult() {
        assertThat(Folding.of(BinaryOp.DIVIDE, 1, 0)).isNull();
        assertThat(Folding.of(BinaryOp.REMAINDER, 1L, 0L)).isNull();
    }

    @Test
    void theTruthOfOneSideDecidesOnlyWhereItDoes() {
        assertThat(Folding.of(BinaryOp.AND_AND, true, null)).isNull();
        assertThat(Folding.of(BinaryOp.OR_OR, null, false)).isNull();
        assertThat(Folding.of(BinaryOp.EQUAL, true, null)).isNull();
        assertThat(Folding.of(BinaryOp.AND_AND, null, false)).isEqualTo(false);
        assertThat(Folding.of(BinaryOp.OR_OR, true, null)).isEqualTo(true);
        for (boolean left : new boolean[] {false, true}) {
            for (boolean right : new boolean[] {false, true}) {
                assertThat(Folding.of(BinaryOp.AND_AND, left, right)).isEqualTo(left && right);
                assertThat(Folding.of(BinaryOp.OR_OR, left, right)).isEqualTo(left || right);
                assertThat(Folding.of(BinaryOp.BIT_AND, left, right)).isEqualTo(left & right);
                assertThat(Folding.of(BinaryOp.BIT_OR, left, right)).isEqualTo(left | right);
                assertThat(Folding.of(BinaryOp.BIT_XOR, left, right)).isEqualTo(left ^ right);
                assertThat(Folding.of(BinaryOp.EQUAL, left, right)).isEqualTo(left == right);
                assertThat(Folding.of(BinaryOp.NOT_EQUAL, left, right)).isEqualTo(left != right);
            }
            assertThat(Folding.of(UnaryOp.NOT, left)).isEqualTo(!left);
        }
    }

    @Test
    void intsAreComputedAsJavaDoes() {
        ON_INTS.forEach((op, java) -> pairs(INTS)
                .forEach(pair -> assertThat(Folding.of(op, pair.get(0), pair.get(1)))
                        .as("%s %s", op, pair)
                        .isEqualTo(java.apply(pair.get(0), pair.get(1)))));
        pairs(INTS).filter(pair -> pair.get(1) != 0).forEach(pair -> {
            assertThat(Folding.of(BinaryOp.DIVIDE, pair.get(0), pair.get(1))).isEqualTo(pair.get(0) / pair.get(1));
            assertThat(Folding.of(BinaryOp.REMAINDER, pair.get(0), pair.get(1))).isEqualTo(pair.get(0) % pair.get(1));
        });
        INTS.forEach(number -> {
            assertThat(Folding.of(UnaryOp.NEGATE, number)).isEqualTo(-number);
            assertThat(Folding.of(UnaryOp.BIT_NOT, number)).isEqualTo(~number);
        });
    }

    @Test
    void longsAreComputedAsJavaDoes() {
        ON_LONGS.forEach((op, java) -> pairs(LONGS)
                .forEach(pair -> assertThat(Folding.of(op, pair.get(0), pair.get(1)))
                        .as("%s %s", op, pair)
                        .isEqualTo(java.apply(pair.get(0), pair.get(1)))));
        LONGS.forEach(number -> assertThat(Folding.of(UnaryOp.NEGATE, number)).isEqualTo(-number));
    }

    @Test
    void ofTwoKindsTheWiderIsTheResults() {
        assertThat(Folding.of(BinaryOp.PLUS, Integer.MAX_VALUE, 1L)).isEqualTo(Integer.MAX_VALUE + 1L);
        assertThat(Folding.of(BinaryOp.PLUS, 'a', 1)).isEqualTo('a' + 1);
        assertThat(Folding.of(BinaryOp.EQUAL, 'a', 97)).isEqualTo(true);
        assertThat(Folding.of(BinaryOp.SHIFT_LEFT, 1, 33L)).isEqualTo(1 << 33L);
        assertThat(Folding.of(BinaryOp.SHIFT_LEFT, 1L, 33)).isEqualTo(1L << 33);
        assertThat(Folding.of(UnaryOp.PLUS, 'a')).isEqualTo((int) 'a');
    }

    private static <T> Stream<List<T>> pairs(List<T> numbers) {
        return numbers.stream().flatMap(left -> numbers.stream().map(right -> List.of(left, right)));
    }
}
