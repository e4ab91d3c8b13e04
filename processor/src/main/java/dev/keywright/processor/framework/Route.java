package dev.keywright.processor.framework;

import java.util.List;

/**
 * Where an endpoint answers.
 *
 * @param verbs the HTTP methods; empty for any
 * @param paths the paths; empty when they are set elsewhere
 */
public record Route(List<String> verbs, List<String> paths) {

    static final Route ANYWHERE = new Route(List.of(), List.of());

    public Route {
        verbs = List.copyOf(verbs);
        paths = List.copyOf(paths);
    }

    /** The paths of a method below those of its class. */
    Route below(List<String> roots) {
        if (roots.isEmpty() && paths.isEmpty()) {
            return this;
        }
        List<String> joined = (roots.isEmpty() ? List.of("") : roots)
                .stream()
                        .flatMap(root ->
                                (paths.isEmpty() ? List.of("") : paths).stream().map(path -> join(root, path)))
                        .distinct()
                        .toList();
        return new Route(verbs, joined);
    }

    private static String join(String root, String path) {
        String start = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
        String end = path.isEmpty() || path.startsWith("/") ? path : "/" + path;
        String whole = start + end;
        return whole.startsWith("/") ? whole : "/" + whole;
    }
}
