package dev.keywright.runtime.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StrangersTest {

    @Test
    void spreadsUnknownNamesOverManyRecordsThatLookLikeIds() {
        Strangers<String> strangers = new Strangers<>(name -> name);
        Set<String> found = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            found.add(strangers.of("unknown" + i));
        }
        assertThat(found).hasSize(64).allMatch(name -> name.length() == 12);
    }

    @Test
    void givesTheSameNameTheSameStranger() {
        Strangers<Object> strangers = new Strangers<>(name -> new Object());
        assertThat(strangers.of("a")).isSameAs(strangers.of("a"));
        assertThat(strangers.of("")).isNotNull();
    }
}
