package dev.keywright.adapters.spring;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Reads properties that hold secrets. Spring quotes the whole value when it holds a placeholder that nobody knows. */
final class SecretProperties {

    /** The value is one placeholder and nothing else, so that its name may be told. */
    private static final Pattern LONE =
            Pattern.compile("Could not resolve placeholder '([A-Za-z0-9_.-]{1,64})' in value \"\\$\\{\\1}\"");

    private SecretProperties() {}

    /**
     * The value of a property; null when it is not set.
     *
     * @throws IllegalArgumentException when a placeholder in it cannot be resolved; the message holds nothing of the value
     */
    static @Nullable String find(Environment environment, String property) {
        try {
            return environment.getProperty(property);
        } catch (IllegalArgumentException e) {
            Matcher lone = LONE.matcher(String.valueOf(e.getMessage()));
            // Its message must not travel on, not even as a cause.
            throw new IllegalArgumentException(
                    Messages.unresolved(property, lone.matches() ? "${" + lone.group(1) + "}" : "a placeholder"));
        }
    }
}
