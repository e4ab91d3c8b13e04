package dev.keywright.adapters.spring;

import dev.keywright.runtime.GuardedEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one handler.
 *
 * @param name for reports
 * @param standing how requests to it are treated
 * @param endpoint its guard, present if and only if it is guarded
 */
record GuardedHandler(
        String name, Standing standing, @Nullable GuardedEndpoint endpoint) {

    /** How requests to a handler are treated. */
    enum Standing {
        /** Its guard decides. */
        GUARDED,
        /** Open on purpose, or the framework's own. */
        OPEN,
        /** No annotation speaks of it; the application's setting decides. */
        UNANNOTATED,
        /** Annotated, and nothing enforces it: refused always. */
        UNENFORCED
    }
}
