package dev.keywright.runtime;

import dev.keywright.runtime.limit.Counter;
import dev.keywright.runtime.limit.LimitSet;
import java.util.List;
import java.util.function.Consumer;

/** The fields RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers). */
final class RateLimitFields {

    private final StringBuilder policy = new StringBuilder();
    private final StringBuilder state = new StringBuilder();

    private RateLimitFields() {}

    static List<Header> of(Consumer<RateLimitFields> collect) {
        RateLimitFields fields = new RateLimitFields();
        collect.accept(fields);
        return fields.policy.isEmpty()
                ? List.of()
                : List.of(
                        new Header("RateLimit-Policy", fields.policy.toString()),
                        new Header("RateLimit", fields.state.toString()));
    }

    void add(LimitSet limits, Counter counter) {
        limits.appendPolicy(policy);
        limits.appendState(state, counter);
    }
}
