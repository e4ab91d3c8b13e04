/**
 * Where secrets come from and travel to. One door: {@link FlowEngine}.
 *
 * <p>The engine evaluates each method abstractly over its structured code. A {@link Value} says which secrets are in a value
 * ({@link Label}: kind, role, certainty, origin, trace), where it may come from ({@link Flag}), and what text it was put
 * together from ({@link Piece}). What a method does to its parameters is replayed at its calls with the callers' values, so
 * that a sink inside a helper is judged at the call that hands the secret in.
 *
 * <p>Its rooms: {@link MethodFlow} follows one method, with {@link StatementFlow}, {@link LoopFlow} and {@link Paths} for the
 * way through it, {@link ExprFlow} for values, {@link CallFlow} for calls ({@link OwnCalls}, {@link ModelFlow}, {@link
 * UnknownCalls}); {@link Declared} says what declarations and names tell; {@link Joins}, {@link Assembly} and {@link
 * Substitution} are what is done with values.
 *
 * <p>A rule is a {@link dev.keywright.checks.rules.FlowRule}. It asks a {@link FlowView} for events and is told of each where it
 * is to be reported:
 *
 * <pre>{@code
 * public void check(FlowView flow, RuleContext context) {
 *     for (Event.Sink event : flow.sinks(SinkKind.LOG, sink -> !sink.value().labels().isEmpty())) {
 *         Label secret = event.value().labels().get(0);
 *         context.report(event.span(), secret.what() + " reaches a log; leave it out", secret.trace().steps());
 *     }
 * }
 * }</pre>
 *
 * <p>The predicate is asked of the event as this method sees it, and of the same event as each helper in between sees it: what
 * is wrong in the helper by itself is reported there and nowhere else. A rule that looks at expressions of its own walks the
 * method with {@link dev.keywright.checks.ir.Walk} and asks {@link FlowView#value} what is known of them.
 */
@NullMarked
package dev.keywright.checks.flow;

import org.jspecify.annotations.NullMarked;
