package dev.keywright.processor.index;

import dev.keywright.processor.descriptor.EndpointDescriptor;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The endpoints of a module, each on a line of its own, ordered by class and method. Not safe for use by many threads.
 *
 * <p>A compiler that is handed only what has changed sees only some of the classes: what an earlier run wrote about the
 * others is kept.
 */
public final class EndpointIndex {

    /** Where the list stands in the class output. */
    public static final String PATH = "META-INF/keywright/endpoints.json";

    private static final String HEAD = "{\"version\":1,\"endpoints\":[";
    private static final String TAIL = "]}\n";
    private static final String TYPE = "{\"type\":\"";

    private final Map<String, List<String>> linesByType = new TreeMap<>();

    /** Takes what was found about a class; an empty list says that it has no endpoint. */
    public void put(String type, List<EndpointDescriptor> endpoints) {
        linesByType.put(
                type,
                endpoints.stream()
                        .sorted(Comparator.comparing(EndpointDescriptor::id))
                        .map(IndexLine::of)
                        .toList());
    }

    /**
     * Keeps the lines of an earlier list that are about classes which were not seen now and are still there. Lines that
     * this class did not write are dropped.
     */
    public void keep(String earlier, Predicate<String> stillThere) {
        Map<String, List<String>> kept = earlier.lines()
                .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
                .filter(line -> type(line).isPresent())
                .collect(Collectors.groupingBy(line -> type(line).orElseThrow(), HashMap::new, Collectors.toList()));
        kept.forEach((type, lines) -> {
            if (!linesByType.containsKey(type) && stillThere.test(type)) {
                linesByType.put(type, lines);
            }
        });
    }

    private static Optional<String> type(String line) {
        int end = line.indexOf('"', TYPE.length());
        return line.startsWith(TYPE) && line.endsWith("}") && end > 0
                ? Optional.of(line.substring(TYPE.length(), end))
                : Optional.empty();
    }

    /** Whether there is no endpoint at all. */
    public boolean isEmpty() {
        return linesByType.values().stream().allMatch(List::isEmpty);
    }

    /** The whole list as JSON. */
    public String json() {
        String lines = linesByType.values().stream().flatMap(Collection::stream).collect(Collectors.joining(",\n"));
        return lines.isEmpty() ? HEAD + TAIL : HEAD + "\n" + lines + "\n" + TAIL;
    }
}
