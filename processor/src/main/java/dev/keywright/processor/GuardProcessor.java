package dev.keywright.processor;

import dev.keywright.processor.declaration.ClassReport;
import dev.keywright.processor.declaration.Messages;
import dev.keywright.processor.declaration.Problem;
import dev.keywright.processor.descriptor.GuardDescriptor;
import dev.keywright.processor.host.OptionsBridge;
import dev.keywright.processor.writer.GuardWriter;
import java.io.IOException;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Writes a guard for each class whose endpoints bear Keywright's annotations, and reports every mistake in them at the very
 * attribute. A class with a mistake gets no guard; the others are still read.
 *
 * <p>Isolating in Gradle's sense: a guard is made from its class and that class's supertypes alone.
 */
public final class GuardProcessor extends AbstractProcessor {

    private @Nullable Rounds rounds;
    private @Nullable GuardWriter writer;

    /** Made by the compiler. */
    public GuardProcessor() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        OptionsBridge.publish(environment.getOptions());
        rounds = new Rounds(environment);
        writer = new GuardWriter(environment.getFiler());
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        // A class may inherit everything that a guard enforces, and then bears no annotation of ours itself.
        return Set.of("*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Options.ALL;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (rounds != null && writer != null) {
            for (Rounds.Turn turn : rounds.next(round)) {
                process(turn, writer);
            }
        }
        return false;
    }

    private void process(Rounds.Turn turn, GuardWriter guards) {
        ClassReport report;
        try {
            report = turn.reader().read(turn.type());
        } catch (RuntimeException | StackOverflowError failure) {
            error(turn.type(), Messages.crashed(turn.type().getQualifiedName().toString(), failure));
            return;
        }
        report.problems().forEach(this::print);
        GuardDescriptor guard = report.guard();
        if (guard == null) {
            return;
        }
        try {
            guards.write(guard, turn.type());
        } catch (IOException refused) {
            String reason = String.valueOf(refused.getMessage());
            error(turn.type(), Messages.guardNotWritten(guard.qualifiedName(), reason));
        }
    }

    private void print(Problem problem) {
        Messager messager = processingEnv.getMessager();
        AnnotationMirror mirror = problem.mirror();
        AnnotationValue value = problem.value();
        if (mirror == null) {
            error(problem.element(), problem.message());
        } else if (value == null) {
            messager.printMessage(Diagnostic.Kind.ERROR, problem.message(), problem.element(), mirror);
        } else {
            messager.printMessage(Diagnostic.Kind.ERROR, problem.message(), problem.element(), mirror, value);
        }
    }

    private void error(Element element, String message) {
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, element);
    }
}
