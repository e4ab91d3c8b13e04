package dev.keywright.adapters.spring;

import dev.keywright.adapters.servlet.Denials;
import dev.keywright.adapters.servlet.Passage;
import dev.keywright.runtime.Denied;
import dev.keywright.runtime.GuardedEndpoint;
import dev.keywright.runtime.Keywright;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/** The decision that both filters and the second door share. Safe for use by many threads. */
final class Door {

    private static final Log LOG = LogFactory.getLog(Door.class);

    private final Keywright keywright;
    private final Supplier<HandlerGuards> guards;
    private final Unannotated unannotated;

    Door(Keywright keywright, Supplier<HandlerGuards> guards, Unannotated unannotated) {
        this.keywright = keywright;
        this.guards = guards;
        this.unannotated = unannotated;
    }

    Keywright keywright() {
        return keywright;
    }

    GuardedHandler lookUp(Object handler) {
        return guards.get().of(handler);
    }

    /** Whether the request may enter the handler; null when it may, else the refusal to send. */
    @Nullable
    Denied decide(GuardedHandler handler, Passage passage, HttpServletResponse response) {
        return switch (handler.standing()) {
            case OPEN -> null;
            case UNANNOTATED -> unannotated == Unannotated.DENY ? unguarded(handler, passage) : null;
            case UNENFORCED -> unguarded(handler, passage);
            case GUARDED -> ask(handler, passage, response);
        };
    }

    private Denied unguarded(GuardedHandler handler, Passage passage) {
        return keywright.refuseUnguarded(handler.name(), passage.exchange());
    }

    private @Nullable Denied ask(GuardedHandler handler, Passage passage, HttpServletResponse response) {
        GuardedEndpoint endpoint = handler.endpoint();
        if (endpoint == null) {
            return unguarded(handler, passage);
        }
        if (passage.isAdmittedTo(endpoint)) {
            return null;
        }
        if (passage.check(endpoint) instanceof Denied denied) {
            return denied;
        }
        passage.headersOf(endpoint).forEach(header -> response.setHeader(header.name(), header.value()));
        return null;
    }

    /**
     * Sends a refusal. Within an include the status is not ours to set, so nothing is included and the including handler
     * goes on with what is its own.
     */
    void refuse(GuardedHandler handler, Denied denied, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            LOG.warn(Messages.secondDoor(
                    handler.name(), request.getDispatcherType().name()));
        }
        if (request.getDispatcherType() != DispatcherType.INCLUDE) {
            Denials.write(denied, request, response);
        }
    }
}
