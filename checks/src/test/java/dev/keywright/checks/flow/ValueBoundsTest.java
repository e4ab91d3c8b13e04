package dev.keywright.checks.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A value stays small whatever goes into it: the tree of a parser's objects once made joins that did not end. */
class ValueBoundsTest {

    private static final int MOST = 256;

    @Test
    void aFewValuesInsideAreKept() {
        Value inner = Value.NONE.holding("a", Value.constant(1)).holding("b", Value.constant(2));
        Value outer = Value.NONE.holding(Value.field("x"), inner);
        assertThat(size(outer)).isEqualTo(4);
    }

    @Test
    void valuesInsideOfValuesAreBoundedWhereTheyArePut() {
        Value value = Value.constant("leaf");
        for (int level = 0; level < 12; level++) {
            Value outer = Value.NONE;
            for (int i = 0; i < 20; i++) {
                outer = outer.holding(Value.field("f" + i), value.with(Flag.values()[i % Flag.values().length]));
            }
            value = outer;
        }
        assertThat(size(value)).isLessThanOrEqualTo(MOST);
    }

    @Test
    void andWhereTheyAreJoined() {
        Value joined = holder(0).join(holder(1)).join(holder(2));
        assertThat(size(holder(0))).isGreaterThan(100);
        assertThat(size(joined)).isLessThanOrEqualTo(MOST);
    }

    private static Value holder(int part) {
        Map<String, Value> held = new TreeMap<>();
        for (int i = 0; i < 8; i++) {
            Value inner = Value.NONE;
            for (int j = 0; j < 20; j++) {
                inner = inner.holding("e" + part + "-" + j, Value.constant(j));
            }
            held.put("k" + (8 * part + i), inner);
        }
        return Value.NONE.withContents(held);
    }

    private static int size(Value value) {
        return 1
                + value.contents().values().stream()
                        .mapToInt(ValueBoundsTest::size)
                        .sum();
    }
}
