package dev.keywright.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** With the time-out that the product has when nobody sets one. */
final class OverloadedRedisTest {

    @Test
    void aLimitHoldsWhileRedisIsBusyWithOtherThings() throws Exception {
        LimitRace.Result result = LimitRace.run(100, 1_200, 48, 150);
        System.out.println("A Redis that is busy for 150 ms at a time: " + result);
        // What Redis gave out, and a share of each of three nodes: before, each node gave out the whole limit.
        assertThat(result.admitted()).isBetween(90L, 202L);
    }
}
