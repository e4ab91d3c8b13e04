package dev.keywright.checks.flow;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is written to a field, anywhere. What callers hand to a constructor or setter counts only when every caller hands in a
 * secret: a field that holds now a password and now a colour belongs to a general holder and tells nothing. Of a field that
 * several classes inherit, each that writes it has a fact of its own.
 */
final class FieldFact {

    private Value direct = Value.NONE;
    private Value handed = Value.NONE;

    /** Something is written that nothing is known of. */
    private boolean unknown;

    /** What the parameter is called that is written, which says something where nobody is seen to hand anything in. */
    private Value called = Value.NONE;

    private final Set<Object> secretSites = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> plainSites = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Changes whenever something is known of the field that was not known before. */
    private int version;

    int version() {
        return version;
    }

    /**
     * Returns whether what readers see has changed.
     *
     * @param elsewhere what of it is known to have come from other facts of the field
     */
    boolean write(Value value, Predicate<Label> elsewhere) {
        Value directBefore = direct;
        Value calledBefore = called;
        boolean unknownBefore = unknown;
        // A map that is written back to its own field brings along what callers had handed in: that stays theirs.
        Value own = kept(value).keeping(label -> !isHanded(label) && !elsewhere.test(label));
        unknown |= own.isNone();
        if (called.isNone()
                && value.isExact()
                && value.inputs().size() == 1
                && own.labels().isEmpty()) {
            called = Value.NONE.withLabels(value.labels().stream()
                    .filter(label -> label.sure() && label.certainty() == Certainty.NAMED)
                    .toList());
        }
        direct = direct.isNone() ? own : direct.join(own);
        if (unknown == unknownBefore && called == calledBefore && direct.equals(directBefore)) {
            return false;
        }
        version++;
        return !read(directBefore, handed, calledBefore, unknownBefore, !plainSites.isEmpty())
                .equals(read());
    }

    boolean hand(Object site, Value value) {
        Value handedBefore = handed;
        boolean plainBefore = !plainSites.isEmpty();
        if (!value.allLabels().isEmpty()) {
            secretSites.add(site);
            plainSites.remove(site);
            handed = handed.isNone() ? kept(value) : handed.join(kept(value));
        } else if (!value.is(Flag.NULL) && !value.is(Flag.LITERAL) && !secretSites.contains(site)) {
            plainSites.add(site);
        }
        if (plainBefore == !plainSites.isEmpty() && handed.equals(handedBefore)) {
            return false;
        }
        version++;
        return !read(direct, handedBefore, called, unknown, plainBefore).equals(read());
    }

    Value read() {
        return read(direct, handed, called, unknown, !plainSites.isEmpty());
    }

    private static Value read(Value direct, Value handed, Value called, boolean unknown, boolean plain) {
        Value known = plain || handed.isNone() ? direct : direct.isNone() ? handed : direct.join(handed);
        if (!called.isNone()
                && !plain
                && !known.is(Flag.CLEAN)
                && known.allLabels().isEmpty()) {
            return known.isNone() ? called : known.join(called);
        }
        return unknown ? known.join(Value.NONE) : known;
    }

    /** All that is known of the field from several classes' writes. */
    static Value read(List<FieldFact> parts) {
        if (parts.size() == 1) {
            return parts.get(0).read();
        }
        Value direct = Value.NONE;
        Value handed = Value.NONE;
        boolean unknown = false;
        boolean plain = false;
        for (FieldFact part : parts) {
            direct = direct.isNone() ? part.direct : direct.join(part.direct);
            handed = handed.isNone() ? part.handed : handed.join(part.handed);
            unknown |= part.unknown;
            plain |= !part.plainSites.isEmpty();
        }
        return read(direct, handed, Value.NONE, unknown, plain);
    }

    /** Whether a secret came into the field here, or by a caller's hand. */
    boolean holds(Label label) {
        return isHanded(label) || isIn(direct, label);
    }

    private boolean isHanded(Label label) {
        return isIn(handed, label);
    }

    private static boolean isIn(Value value, Label label) {
        return value.allLabels().stream()
                .anyMatch(other -> other.kind() == label.kind()
                        && other.origin().equals(label.origin())
                        && other.file() == label.file());
    }

    /** Without inputs: they mean nothing to other methods. */
    private static Value kept(Value value) {
        Value own = value.inputs().isEmpty() ? ofObject(value) : value.substitute(input -> Value.NONE);
        // What others may add or fill later is not seen in its order.
        return Sequences.heap(own)
                .without(Flag.BLANK)
                .without(Flag.HANDED)
                .without(Flag.MADE)
                .without(Flag.WRITTEN);
    }

    /** What an object was made with by the constructor that keeps it: there it was an input. */
    private static Value ofObject(Value value) {
        if (value.contents().keySet().stream().noneMatch(Value::isField)) {
            return value;
        }
        Map<String, Value> parts = new LinkedHashMap<>();
        value.contents()
                .forEach((key, part) ->
                        parts.put(key, Value.isField(key) ? part.substitute(input -> Value.NONE) : part));
        return value.withContents(parts);
    }
}
