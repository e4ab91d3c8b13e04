package dev.keywright.checks.flow;

import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.SourceFile;
import java.util.List;
import java.util.Map;

/**
 * What a method does, for its callers.
 *
 * @param returned in terms of its inputs
 * @param writes fields of its own object that it sets, in terms of its inputs
 * @param events what happens in it to its inputs
 * @param functionCalls functions among its inputs that it calls, with what
 */
record Summary(
        MethodDecl method,
        SourceFile file,
        Value returned,
        Map<String, Value> writes,
        List<Event> events,
        List<FunctionCall> functionCalls) {

    /** A call of a function that a caller handed in. */
    record FunctionCall(Input function, List<Value> arguments) {}

    boolean sameAs(Summary other) {
        return returned.equals(other.returned)
                && writes.equals(other.writes)
                && events.size() == other.events.size()
                && functionCalls.size() == other.functionCalls.size();
    }
}
