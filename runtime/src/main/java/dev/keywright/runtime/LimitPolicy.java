package dev.keywright.runtime;

import dev.keywright.annotations.LimitBy;
import dev.keywright.annotations.internal.grammar.LimitGrammar;

/**
 * How often an endpoint may be called.
 *
 * @param by whose calls are counted together
 * @param limits the limits, all of which hold, in the grammar of {@code @RateLimited}
 */
public record LimitPolicy(LimitBy by, String limits) {

    /**
     * Checks the grammar.
     *
     * @throws IllegalArgumentException when the text is not a list of limits
     */
    public LimitPolicy {
        LimitGrammar.parse(limits);
    }
}
