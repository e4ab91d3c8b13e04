package dev.keywright.checks.flow;

/** Dotted keys of configuration and of texts: {@code app.security.api-key}. */
final class PropertyKeys {

    private PropertyKeys() {}

    /** The last two segments of a dotted key: {@code app.security.api-key} is an API key, {@code app.key.name} a name. */
    static String lastSegments(String key) {
        int last = key.lastIndexOf('.');
        int before = last > 0 ? key.lastIndexOf('.', last - 1) : -1;
        return before >= 0 ? key.substring(before + 1) : key;
    }

    /** {@code combinedRealm.getPassword}: the key of a text about a method. */
    static boolean isMessageKey(String name) {
        int from = name.lastIndexOf('.') + 1;
        return from > 0
                && name.length() > from + 3
                && (name.startsWith("get", from) || name.startsWith("set", from))
                && Character.isUpperCase(name.charAt(from + 3));
    }
}
