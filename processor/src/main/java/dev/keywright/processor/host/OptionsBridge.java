package dev.keywright.processor.host;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Carries the compiler's {@code -A} options from the processor to the plugin of the same compilation. The two may live in
 * different class loaders, so only types of the JDK pass: a map among the system properties, keyed by the thread that
 * compiles. That there is one also tells the plugin that the processor runs at all.
 */
public final class OptionsBridge {

    private static final String KEY = "dev.keywright.options.";

    private OptionsBridge() {}

    /** Publishes the options for the compilation that runs on this thread; replaces those of an earlier one. */
    public static void publish(Map<String, String> options) {
        System.getProperties().put(key(), new TreeMap<>(options));
    }

    /** Forgets what an earlier compilation on this thread left behind. Called before this one's processors start. */
    public static void reset() {
        System.getProperties().remove(key());
    }

    /** Takes what the processor of the compilation on this thread has published; empty when none has started. */
    public static Optional<Map<String, String>> take() {
        if (!(System.getProperties().remove(key()) instanceof Map<?, ?> published)) {
            return Optional.empty();
        }
        Map<String, String> options = new HashMap<>();
        published.forEach((name, value) -> {
            // javac gives an option without a value as null
            if (name instanceof String key) {
                options.put(key, value instanceof String text ? text : "");
            }
        });
        return Optional.of(options);
    }

    private static String key() {
        return KEY + Thread.currentThread().getId();
    }
}
