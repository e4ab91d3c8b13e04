package dev.keywright.checks.rules.leak;

import dev.keywright.checks.flow.Certainty;
import dev.keywright.checks.flow.Event;
import dev.keywright.checks.flow.Flag;
import dev.keywright.checks.flow.Label;
import dev.keywright.checks.flow.Value;
import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a value must not be seen by others. */
final class Leaks {

    private Leaks() {}

    /**
     * One secret that a helper shows is one defect, by however many callers it goes. Where a caller puts the text together
     * itself, or the helper only hands it on, as a wrapper of a logger does, each call is one.
     */
    static Object defect(Event.Sink event, Label secret) {
        List<Object> way = new ArrayList<>(List.of(secret.file().path(), secret.origin()));
        Event innermost = event;
        while (innermost.inner() != null) {
            innermost = innermost.inner();
            way.add(List.of(innermost.file().path(), innermost.span()));
        }
        boolean own = innermost == event
                || innermost instanceof Event.Sink sink && sink.value().isHandedIn()
                || isWritten(event.at());
        return own ? List.of(event.file().path(), event.span()) : way;
    }

    private static boolean isWritten(Expr at) {
        List<Expr> args = at instanceof Expr.Call call
                ? call.args()
                : at instanceof Expr.New creation ? creation.args() : List.of();
        return args.stream().anyMatch(Expr.Concat.class::isInstance);
    }

    /**
     * The secret that a reader of the value gets hold of, the surest first; null when there is none. A digest is none, and a
     * signature that somebody sent is of no use for another message.
     */
    static @Nullable Label shown(Value value) {
        if (value.is(Flag.CLEAN) || value.is(Flag.MASKED)) {
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
