package dev.keywright.processor.host;

import java.util.Map;
import java.util.TreeMap;

/**
 * Carries the compiler's {@code -A} options from the processor to the plugin of the same compilation. The two may live in
 * different class loaders, so only types of the JDK pass: a map among the system properties, keyed by the thread that
 * compiles.
 */
public final class OptionsBridge {

    private static final String KEY = "dev.keywright.options.";

    private OptionsBridge() {}

    /** Publishes the options for the compilation that runs on this thread; replaces those of an earlier one. */
    public static void publish(Map<String, String> options) {
        System.getProperties().put(key(), new TreeMap<>(options));
    }

    private static String key() {
        return KEY + Thread.currentThread().getId();
    }
}
