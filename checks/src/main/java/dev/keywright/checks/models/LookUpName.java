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
        return method.contains("By") || method.contains("_by_") || method.endsWith("ApiKey")
                ? properties(SecretNames.split(method))
                : List.of();
    }

    /** {@code getApiKey(received)}: the record of a key, by the key; asked for with nothing it is a getter. */
    private static boolean isOfKey(List<String> words) {
        return words.size() == 3
                && LOOKING.contains(words.get(0))
                && words.get(1).equals("api")
                && words.get(2).equals("key");
    }

    /** As {@link #properties(String)}, of a name that is split into its words. */
    public static List<String> properties(List<String> words) {
        if (isOfKey(words)) {
            return List.of("value"); // a secret only where it is known for one
        }
        int by = words.indexOf("by");
        return by > 0 && by + 1 < words.size() && LOOKING.contains(words.get(0))
                ? List.of(String.join("_", words.subList(by + 1, words.size())).split("_(?:and|or)_"))
                : List.of();
    }
}
