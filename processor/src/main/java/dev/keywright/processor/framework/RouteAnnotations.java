package dev.keywright.processor.framework;

import dev.keywright.processor.model.Mirrors;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Recognises the annotations by which frameworks declare routes, also where a user's own annotation carries them. */
final class RouteAnnotations {

    /** What an annotation carries on its own type, directly or through others, makes it a route of that family. */
    enum Family {
        SPRING("org.springframework.web.bind.annotation.RequestMapping"),
        SPRING_EXCHANGE("org.springframework.web.service.annotation.HttpExchange"),
        JAKARTA_REST("jakarta.ws.rs.HttpMethod"),
        JAVAX_REST("javax.ws.rs.HttpMethod"),
        MICRONAUT("io.micronaut.http.annotation.HttpMethodMapping");

        final String base;

        Family(String base) {
            this.base = base;
        }

        boolean isSpring() {
            return this == SPRING || this == SPRING_EXCHANGE;
        }
    }

    /** A route annotation where it stands, and the base annotation behind it. */
    record Found(Family family, AnnotationMirror mirror, AnnotationMirror base) {

        Route route() {
            List<String> paths = firstWritten(mirror, "path", "value", "url", "uri", "uris");
            List<String> own = Mirrors.words(mirror, "method");
            return switch (family) {
                case SPRING, SPRING_EXCHANGE ->
                    new Route(
                            own.isEmpty() ? Mirrors.words(base, "method") : own,
                            paths.isEmpty() ? firstWritten(base, "path", "value", "url") : paths);
                case JAKARTA_REST, JAVAX_REST -> new Route(Mirrors.words(base, "value"), List.of());
                case MICRONAUT ->
                    new Route(
                            own.isEmpty()
                                    ? List.of(Mirrors.type(mirror)
                                            .getSimpleName()
                                            .toString()
                                            .toUpperCase(Locale.ROOT))
                                    : own,
                            paths);
            };
        }
    }

    /** Families by annotation name; a type that carries none maps to empty. Valid for one round. */
    private final Map<String, Optional<Map.Entry<Family, AnnotationMirror>>> known = new HashMap<>();

    /** The route annotation that stands on the element. */
    Optional<Found> on(Element element) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            Found found = find(mirror);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private @Nullable Found find(AnnotationMirror mirror) {
        String name = Mirrors.name(mirror);
        if (isJdk(name)) {
            return null;
        }
        for (Family family : Family.values()) {
            if (family.base.equals(name)) {
                // JAX-RS's base stands on annotations only; Spring's and Micronaut's are routes themselves.
                return family.isSpring() ? new Found(family, mirror, mirror) : null;
            }
        }
        return known.computeIfAbsent(
                        name, any -> Optional.ofNullable(behind(Mirrors.type(mirror), new HashSet<>(Set.of(name)))))
                .map(entry -> new Found(entry.getKey(), mirror, entry.getValue()))
                .orElse(null);
    }

    private static Map.@Nullable Entry<Family, AnnotationMirror> behind(TypeElement annotation, Set<String> seen) {
        for (AnnotationMirror meta : annotation.getAnnotationMirrors()) {
            String name = Mirrors.name(meta);
            for (Family family : Family.values()) {
                if (family.base.equals(name)) {
                    return Map.entry(family, meta);
                }
            }
            if (!isJdk(name) && seen.add(name)) {
                Map.Entry<Family, AnnotationMirror> deeper = behind(Mirrors.type(meta), seen);
                if (deeper != null) {
                    return deeper;
                }
            }
        }
        return null;
    }

    /** Whether the element carries the annotation, directly or through others. */
    static boolean carries(Element element, String annotation) {
        return carries(element, annotation, new HashSet<>());
    }

    private static boolean carries(Element element, String annotation, Set<String> seen) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            String name = Mirrors.name(mirror);
            if (name.equals(annotation)
                    || (!isJdk(name) && seen.add(name) && carries(Mirrors.type(mirror), annotation, seen))) {
                return true;
            }
        }
        return false;
    }

    static List<String> firstWritten(AnnotationMirror mirror, String... attributes) {
        return Stream.of(attributes)
                .map(attribute -> Mirrors.words(mirror, attribute))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isJdk(String name) {
        return name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("kotlin.");
    }
}
