package dev.keywright.processor;

import java.util.Set;

/** The {@code -A} options. An option that no processor declares would be a warning. */
final class Options {

    /** Names the types and annotations that mark the handlers of an adapter of the user's own, separated by commas. */
    static final String HANDLERS = "keywright.handlers";

    /** {@code off} silences the note that the checks are active; read by the plugin. */
    static final String NOTE = "keywright.note";

    static final Set<String> ALL = Set.of(HANDLERS, NOTE);

    private Options() {}
}
