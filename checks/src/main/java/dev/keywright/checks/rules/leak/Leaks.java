package dev.keywright.checks.rules.leak;

import dev.keywright.checks.flow.Certainty;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a value must not be seen by others. */
final class Leaks {

    private Leaks() {}

    /** One secret that reaches one place is one defect, by whatever callers it goes. */
    static Object defect(Event event, Label secret) {
        Event innermost = event;
        while (innermost.inner() != null) {
            innermost = innermost.inner();
        }
        return List.of(innermost.file().path(), innermost.span(), secret.file().path(), secret.origin());
    }

    /**
     * The secret that a reader of the value gets hold of, the surest first; null when there is none. A digest is none, and a
     * signature that somebody sent is of no use for another message.
     */
    static @Nullable Label shown(Value value) {
        if (value.is(Flag.CLEAN)) {
            return null;
        }
        Label best = null;
        for (Label label : value.allLabels()) {
            boolean usable = label.kind() != Kind.DIGEST
                    && label.certainty() != Certainty.HINTED
                    && !(label.kind() == Kind.MAC && label.role() == Role.PRESENTED);
            if (usable && (best == null || label.certainty().compareTo(best.certainty()) < 0)) {
                best = label;
            }
        }
        return best;
    }
}
