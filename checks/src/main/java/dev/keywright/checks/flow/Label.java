package dev.keywright.checks.flow;

import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.models.Kind;
import dev.keywright.checks.models.Role;

/**
 * That a value is, or contains, a secret. Two labels are the same when they speak of the same secret from the same place,
 * whatever way it came.
 *
 * @param what how a message names the secret: {@code 'apiKey'}, {@code computed MAC}
 * @param object whether the secret is inside an object, and not text that shows itself
 */
public record Label(
        Kind kind,
        Role role,
        Certainty certainty,
        String what,
        SourceFile file,
        Span origin,
        Trace trace,
        boolean object) {

    static Label of(Kind kind, Role role, Certainty certainty, String what, SourceFile file, Span origin, String step) {
        return new Label(kind, role, certainty, what, file, origin, Trace.start(file, origin, step), false);
    }

    Label then(SourceFile at, Span span, Way way, String name) {
        Trace longer = trace.then(at, span, way, name);
        return longer == trace ? this : new Label(kind, role, certainty, what, file, origin, longer, object);
    }

    Label as(Kind newKind) {
        return kind == newKind ? this : new Label(newKind, role, certainty, what, file, origin, trace, object);
    }

    Label as(Role newRole) {
        return role == newRole ? this : new Label(kind, newRole, certainty, what, file, origin, trace, object);
    }

    Label inObject() {
        return object ? this : new Label(kind, role, certainty, what, file, origin, trace, true);
    }

    /** Whether it needs no second sign. */
    public boolean sure() {
        return certainty != Certainty.HINTED;
    }

    /**
     * Whether only an operation says that it is a secret, far from where it was made: after four methods and fields it is often
     * another entry of what held it, or a part of it that everybody may see. So is what a program got out of a map under a key
     * that nobody knows: the secret is one of many things there.
     */
    public boolean far() {
        return certainty == Certainty.COMPUTED && trace.crossings() > 3 || trace.picked();
    }

    /** The line of the origin, from 1. */
    public int line() {
        return file.position(origin.start()).line();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Label label
                && kind == label.kind
                && role == label.role
                && certainty == label.certainty
                && object == label.object
                && file == label.file
                && origin.equals(label.origin);
    }

    @Override
    public int hashCode() {
        return kind.ordinal() * 31 + role.ordinal() * 7 + certainty.ordinal() + origin.hashCode();
    }
}
