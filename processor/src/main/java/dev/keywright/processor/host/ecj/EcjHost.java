package dev.keywright.processor.host.ecj;

import dev.keywright.processor.host.HostMessages;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Runs the analyzer under ecj, in batch and in Eclipse, when the last round of processing has come: all sources are known and
 * nothing is written yet. Does nothing in any other compiler, where the plugin does the work.
 */
public final class EcjHost extends AbstractProcessor {

    private final Set<String> types = new LinkedHashSet<>();
    private boolean active;

    /** Made by the compiler. */
    public EcjHost() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        active = environment.getClass().getName().startsWith("org.eclipse.jdt.");
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (active) {
            collect(round);
            if (round.processingOver()) {
                analyze();
            }
        }
        return false;
    }

    private void collect(RoundEnvironment round) {
        for (Element root : round.getRootElements()) {
            if (root instanceof TypeElement type) {
                types.add(type.getQualifiedName().toString());
            }
        }
    }

    private void analyze() {
        try {
            new EcjAnalysis(processingEnv).run(types);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.WARNING, HostMessages.crash("this compilation", e));
        }
    }
}
