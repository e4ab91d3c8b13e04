package dev.keywright.checks.flow;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the calls that a method is followed for.
 *
 * @param constants what they hand to parameters, by their positions
 * @param heir the class of the object, where it inherits the method from another
 */
record Known(Map<Integer, Object> constants, @Nullable String heir) {

    /** Nothing: any call. */
    static final Known NOTHING = new Known(Map.of(), null);

    boolean isNothing() {
        return constants.isEmpty() && heir == null;
    }
}
