package dev.keywright.checks.models;

import java.util.List;
import java.util.Set;

/**
 * What a method does.
 *
 * @param owners qualified names of the types that declare it
 * @param methods its names; {@code *} for every method, {@code <init>} for constructors
 * @param minArity the fewest arguments the row speaks of
 * @param maxArity the most
 */
public record Model(List<String> owners, Set<String> methods, int minArity, int maxArity, List<Effect> effects) {

    public Model {
        owners = List.copyOf(owners);
        methods = Set.copyOf(methods);
        effects = List.copyOf(effects);
    }

    boolean takes(int arguments) {
        return arguments >= minArity && arguments <= maxArity;
    }
}
