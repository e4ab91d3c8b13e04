package dev.keywright.checks.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which property the name of a method speaks of. */
final class Property {

    private static final List<String> READING =
            List.of("get", "fetch", "read", "load", "find", "resolve", "obtain", "lookup", "retrieve");

    /** A method that does something is not named after what it gives. */
    private static final List<String> ACTING = List.of(
            "set",
            "with",
            "add",
            "is",
            "has",
            "check",
            "validate",
            "verify",
            "to",
            "on",
            "use",
            "hash",
            "encode",
            "encrypt",
            "change",
            "reset",
            "update",
            "delete",
            "remove",
            "match",
            "matches",
            "mask",
            "save",
            "put",
            "compare",
            "contains",
            "extract",
            "parse",
            "handle",
            "skip",
            "expect",
            "assert",
            "write",
            "print",
            "log",
            "append",
            "require",
            "clear",
            "revoke",
            "forget",
            "send",
            "render",
            "build",
            "show",
            "init",
            "apply",
            "decode",
            "deserialize",
            "receive",
            "process",
            "authenticate",
            "introspect",
            "exchange",
            "invalidate",
            "store",
            "register",
            "issue",
            "try",
            "do",
            "can",
            "should",
            "accept",
            "reject",
            "request",
            "supports",
            "create",
            "new",
            "evict",
            "negotiate",
            "perform",
            "execute",
            "invoke",
            "run",
            "start",
            "stop",
            "ensure",
            "configure",
            "prompt",
            "ask");

    private Property() {}

    /** The property that a getter-like name speaks of. */
    static @Nullable String of(String method) {
        for (String verb : READING) {
            if (method.startsWith(verb)
                    && method.length() > verb.length()
                    && Character.isUpperCase(method.charAt(verb.length()))) {
                // "findByApiKey" finds what has the key, not the key.
                String property = method.substring(verb.length());
                return property.startsWith("By") && !property.startsWith("Byte") ? null : property;
            }
        }
        for (String verb : ACTING) {
            if (method.startsWith(verb)
                    && (method.length() == verb.length() || Character.isUpperCase(method.charAt(verb.length())))) {
                return null;
            }
        }
        return method;
    }
}
