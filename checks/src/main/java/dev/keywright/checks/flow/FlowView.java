package dev.keywright.checks.flow;

import dev.keywright.checks.ir.Expr;
import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.TypeDecl;
import dev.keywright.checks.models.SecretNames;
import dev.keywright.checks.models.SinkKind;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the engine saw in one method, for rules. Valid while the rule's {@code check} runs.
 *
 * <p>Local and anonymous classes are seen as parts of the method that they stand in. The initializers of a type's fields are
 * one view, with a method named {@code <fields>}.
 */
public interface FlowView {

    SourceFile file();

    TypeDecl type();

    MethodDecl method();

    /** Everything that happened, in no promised order. */
    List<Event> events();

    /** What is known of an expression of this method, in its last evaluation; {@link Value#NONE} when nothing is. */
    Value value(Expr expr);

    /** What the method returns, over all its returns. */
    Value returned();

    /** Whether this is the view of the initializers of the type's fields. */
    boolean isInitializers();

    /** Whether this is the first view of its type, for what is to be told once. */
    boolean isFirstOfType();

    /** Whether the type is an example or a fixture by its name. */
    boolean isTestLike();

    /** What the toString of the view's type shows when the compiler or Lombok writes it; {@link Value#NONE} when not. */
    Value generatedText();

    /** What names mean, the project's own words included. */
    SecretNames names();

    /** Comparisons that a rule accepts, each where it is to be reported: in a helper when it is wrong on its own there. */
    default List<Event.Comparison> comparisons(Predicate<Event.Comparison> wrong) {
        return events().stream()
                .filter(Event.Comparison.class::isInstance)
                .map(Event.Comparison.class::cast)
                .filter(event -> wrong.test(event)
                        && !(event.inner() instanceof Event.Comparison inner && anyInner(inner, wrong)))
                .toList();
    }

    private static boolean anyInner(Event.Comparison event, Predicate<Event.Comparison> wrong) {
        return wrong.test(event) || event.inner() instanceof Event.Comparison inner && anyInner(inner, wrong);
    }

    /** Values that reach a kind of sink and that a rule does not accept there; see {@link #comparisons}. */
    default List<Event.Sink> sinks(SinkKind kind, Predicate<Event.Sink> wrong) {
        return events().stream()
                .filter(Event.Sink.class::isInstance)
                .map(Event.Sink.class::cast)
                .filter(event -> event.kind() == kind
                        && wrong.test(event)
                        && !(event.inner() instanceof Event.Sink inner && anyInner(inner, wrong)))
                .toList();
    }

    private static boolean anyInner(Event.Sink event, Predicate<Event.Sink> wrong) {
        return wrong.test(event) || event.inner() instanceof Event.Sink inner && anyInner(inner, wrong);
    }

    /** Texts that are put together and that a rule does not accept; see {@link #comparisons}. */
    default List<Event.Text> texts(Predicate<Event.Text> wrong) {
        return events().stream()
                .filter(Event.Text.class::isInstance)
                .map(Event.Text.class::cast)
                .filter(event ->
                        wrong.test(event) && !(event.inner() instanceof Event.Text inner && anyInner(inner, wrong)))
                .toList();
    }

    private static boolean anyInner(Event.Text event, Predicate<Event.Text> wrong) {
        return wrong.test(event) || event.inner() instanceof Event.Text inner && anyInner(inner, wrong);
    }
}
