package dev.keywright.checks.flow;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * What is written to a field, anywhere. What callers hand to a constructor or setter counts only when every caller hands in a
 * secret: a field that holds now a password and now a colour belongs to a general holder and tells nothing.
 */
final class FieldFact {

    private Value direct = Value.NONE;
    private Value handed = Value.NONE;

    /** Something is written that nothing is known of. */
    private boolean unknown;

    private final Set<Object> secretSites = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> plainSites = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Returns whether what readers see has changed. */
    boolean write(Value value) {
        Value before = read();
        // A map that is written back to its own field brings along what callers had handed in: that stays theirs.
        Value own = kept(value).keeping(label -> !isHanded(label));
        unknown |= own.isNone();
        direct = direct.isNone() ? own : direct.join(own);
        return !before.equals(read());
    }

    boolean hand(Object site, Value value) {
        Value before = read();
        if (!value.allLabels().isEmpty()) {
            secretSites.add(site);
            plainSites.remove(site);
            handed = handed.isNone() ? kept(value) : handed.join(kept(value));
        } else if (!value.is(Flag.NULL) && !value.is(Flag.LITERAL) && !secretSites.contains(site)) {
            plainSites.add(site);
        }
        return !before.equals(read());
    }

    Value read() {
        return unknown ? known().join(Value.NONE) : known();
    }

    private Value known() {
        return plainSites.isEmpty() && !handed.isNone() ? direct.isNone() ? handed : direct.join(handed) : direct;
    }

    private boolean isHanded(Label label) {
        return handed.allLabels().stream()
                .anyMatch(other -> other.kind() == label.kind()
                        && other.origin().equals(label.origin())
                        && other.file() == label.file());
    }

    /** Without inputs: they mean nothing to other methods. */
    private static Value kept(Value value) {
        Value own = value.inputs().isEmpty() ? value : value.substitute(input -> Value.NONE);
        // What others may add or fill later is not seen in its order.
        return Sequences.heap(own).without(Flag.BLANK).without(Flag.HANDED).without(Flag.WRITTEN);
    }
}
