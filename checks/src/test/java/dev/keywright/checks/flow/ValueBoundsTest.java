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

    @Test
    void whatHasNoRoomIsSeenWithTheWholeAndNotUnderAnotherKey() {
        Value all = Value.NONE;
        for (int i = 0; i < 40; i++) {
            all = all.holding("key" + i, Value.constant(i));
        }
        all = all.holding("password", Value.NONE.with(Flag.PRESENTED));
        assertThat(all.contents()).hasSizeLessThanOrEqualTo(Value.MAX_CONTENTS + 1);
        assertThat(all.entry("key1").is(Flag.PRESENTED)).isFalse();
        assertThat(all.entry("key39").is(Flag.PRESENTED)).isFalse();
        assertThat(all.entry(null).is(Flag.PRESENTED)).isTrue();
        assertThat(all.rendered().is(Flag.PRESENTED)).isTrue();
    }

    @Test
    void aFieldThatHasNoRoomIsNoElement() {
        Value object = Value.NONE;
        for (int i = 0; i < 40; i++) {
            object = object.holding(Value.field("f" + i), Value.constant(i));
        }
        object = object.holding(Value.field("password"), Value.NONE.with(Flag.PRESENTED));
        assertThat(object.entry(null).is(Flag.PRESENTED)).isFalse();
        assertThat(object.rendered().is(Flag.PRESENTED)).isFalse();
    }

    @Test
    void anElementThatHasNoRoomMayBeAny() {
        Value list = Value.NONE;
        for (int i = 0; i < 40; i++) {
            list = list.holding(Sequences.key(i), Value.constant(i));
        }
        list = list.holding(Sequences.key(40), Value.NONE.with(Flag.PRESENTED));
        assertThat(list.entry(Sequences.key(39)).is(Flag.PRESENTED)).isTrue();
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
