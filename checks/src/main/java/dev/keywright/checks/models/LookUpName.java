package dev.keywright.checks.models;

import java.util.List;
import java.util.Set;

/** The names of methods that look something up by some properties of it: {@code findByApiKeyAndTenant}. */
public final class LookUpName {

    private static final Set<String> LOOKING =
            Set.of("find", "get", "load", "exists", "read", "query", "fetch", "select", "lookup", "count", "retrieve");

    private LookUpName() {}

    /** What a method looks up by, in the order of its arguments: {@code api_key}, {@code tenant}; empty for other names. */
    public static List<String> properties(String method) {
        return method.contains("By") || method.contains("_by_") ? properties(SecretNames.split(method)) : List.of();
    }

    /** As {@link #properties(String)}, of a name that is split into its words. */
    public static List<String> properties(List<String> words) {
        int by = words.indexOf("by");
        return by > 0 && by + 1 < words.size() && LOOKING.contains(words.get(0))
                ? List.of(String.join("_", words.subList(by + 1, words.size())).split("_(?:and|or)_"))
                : List.of();
    }
}
