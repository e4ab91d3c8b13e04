package dev.keywright.checks.flow;

import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.SourceFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * What a method does, for its callers.
 *
 * @param returned in terms of its inputs
 * @param writes fields of its own object that it sets, in terms of its inputs
 * @param fills what objects that are handed in are afterwards, by parameter
 * @param events what happens in it to its inputs
 * @param functionCalls functions among its inputs that it calls, with what
 * @param decisive the positions of the parameters that its conditions ask for; not to be changed
 * @param dependsOnHeir whether an object of a class that inherits it may do otherwise
 */
record Summary(
        MethodDecl method,
        SourceFile file,
        Value returned,
        Map<String, Value> writes,
        Map<Integer, Value> fills,
        List<Event> events,
        List<FunctionCall> functionCalls,
        BitSet decisive,
        boolean dependsOnHeir) {

    /** A call of a function that a caller handed in. */
    record FunctionCall(Input function, List<Value> arguments) {}

    private static List<Value> values(List<Event> events) {
        List<Value> values = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Comparison comparison) {
                values.add(comparison.left());
                values.add(comparison.right());
            } else if (event instanceof Event.Sink sink) {
                values.add(sink.value());
            } else if (event instanceof Event.Text text) {
                values.add(text.value());
            }
        }
        return values;
    }

    boolean sameAs(Summary other) {
        return returned.equals(other.returned)
                && writes.equals(other.writes)
                && fills.equals(other.fills)
                && values(events).equals(values(other.events))
                && functionCalls.size() == other.functionCalls.size()
                && decisive.equals(other.decisive)
                && dependsOnHeir == other.dependsOnHeir;
    }

    /** Whether anything in it concerns a secret: its own, or one that a caller may hand in. */
    boolean speaks() {
        return !events.isEmpty()
                || !returned.inputs().isEmpty()
                || writes.values().stream().anyMatch(Value::speaks)
                || tells();
    }

    /**
     * Whether a caller must be looked at for its own sake: it is given a secret, or hands something to a place that must not be
     * given just anything.
     */
    boolean tells() {
        if (returned.tells()) {
            return true;
        }
        for (Value write : writes.values()) {
            if (write.tells()) {
                return true;
            }
        }
        for (Value fill : fills.values()) {
            if (fill.tells()) {
                return true;
            }
        }
        for (Event event : events) {
            if (event instanceof Event.Sink sink && Leads.speaksAlone(sink.kind())
                    || event instanceof Event.Comparison comparison && isHalf(comparison)) {
                return true;
            }
        }
        for (FunctionCall call : functionCalls) {
            for (Value argument : call.arguments()) {
                if (argument.tells()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What may be a secret is compared with what the caller hands in: it matters whether somebody has sent that. */
    private static boolean isHalf(Event.Comparison comparison) {
        return !comparison.left().labels().isEmpty()
                || !comparison.right().labels().isEmpty();
    }
}
