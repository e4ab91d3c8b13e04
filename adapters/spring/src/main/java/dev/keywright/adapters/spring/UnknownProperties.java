package dev.keywright.adapters.spring;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * Properties that begin with {@code keywright.} and mean nothing: {@code keywright.unanotated=DENY} would be passed over without a
 * word. Environment variables are not looked at, since secrets and the command line have some of their own.
 */
final class UnknownProperties {

    private static final String PREFIX = "keywright.";
    private static final Set<String> REDIS =
            Set.of("uri", "prefix", "timeout", "noncespercredential", "nodes", "namesecret");

    private UnknownProperties() {}

    /** Their names, in order. */
    static List<String> in(Environment environment) {
        Set<String> top = components(KeywrightProperties.class);
        top.addAll(Set.of("secrets", "redis", "tokens", "jwt"));
        Map<String, Set<String>> below = Map.of(
                "redis", REDIS, "tokens", components(TokenProperties.class), "jwt", components(JwtProperties.class));
        Set<String> unknown = new TreeSet<>();
        if (environment instanceof ConfigurableEnvironment configurable) {
            for (PropertySource<?> source : configurable.getPropertySources()) {
                if (source instanceof EnumerablePropertySource<?> listed) {
                    Arrays.stream(listed.getPropertyNames())
                            .filter(name -> name.startsWith(PREFIX) && !isKnown(name, top, below))
                            .forEach(unknown::add);
                }
            }
        }
        return List.copyOf(unknown);
    }

    /** As Spring Boot binds them: case, {@code -} and {@code _} make no difference, and a list has numbers in brackets. */
    private static boolean isKnown(String name, Set<String> top, Map<String, Set<String>> below) {
        String[] words = name.substring(PREFIX.length())
                .replaceAll("\\[[^]]*]", "")
                .replaceAll("[-_]", "")
                .toLowerCase(Locale.ROOT)
                .split("\\.", -1);
        Set<String> next = below.get(words[0]);
        return top.contains(words[0]) && (next == null || (words.length > 1 && next.contains(words[1])));
    }

    private static Set<String> components(Class<? extends Record> properties) {
        Set<String> names = new HashSet<>();
        Arrays.stream(properties.getRecordComponents())
                .forEach(component -> names.add(component.getName().toLowerCase(Locale.ROOT)));
        return names;
    }
}
