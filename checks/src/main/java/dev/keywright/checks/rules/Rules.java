package dev.keywright.checks.rules;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The catalogue: every rule registered with {@code @AutoService(Rule.class)} beside this class. */
public final class Rules {

    private Rules() {}

    /**
     * All rules, by name. Loaded with this class's own loader: inside a compiler or a build tool the thread's context loader
     * knows nothing of us.
     */
    public static List<Rule> all() {
        return ServiceLoader.load(Rule.class, Rules.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(rule -> rule.info().name()))
                .toList();
    }
}
