package dev.keywright.checks.finding;

import java.util.List;

/** A change of the source that mends a finding and nothing else. */
public record Fix(String description, List<Edit> edits) {

    public Fix {
        edits = List.copyOf(edits);
    }

    /** Replaces the text at a location. Edits of one fix do not overlap. */
    public record Edit(Location location, String replacement) {}
}
