package dev.keywright.checks.endpoint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Joins the paths of a class and of a method. */
final class Paths {

    private Paths() {}

    /** Every base with every path behind it, absolute, without a slash at the end; one root when both are empty. */
    static List<String> join(List<String> bases, List<String> paths) {
        if (bases.isEmpty() && paths.isEmpty()) {
            return List.of();
        }
        Set<String> joined = new LinkedHashSet<>();
        for (String base : bases.isEmpty() ? List.of("") : bases) {
            for (String path : paths.isEmpty() ? List.of("") : paths) {
                joined.add(join(base, path));
            }
        }
        return new ArrayList<>(joined);
    }

    private static String join(String base, String path) {
        StringBuilder joined = new StringBuilder();
        for (String segment : (base + "/" + path).split("/")) {
            if (!segment.isEmpty()) {
                joined.append('/').append(segment);
            }
        }
        return joined.isEmpty() ? "/" : joined.toString();
    }
}
