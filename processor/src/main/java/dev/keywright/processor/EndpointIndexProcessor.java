package dev.keywright.processor;

import dev.keywright.processor.declaration.ClassReport;
import dev.keywright.processor.declaration.Messages;
import dev.keywright.processor.index.EndpointIndex;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Lists every endpoint, protected, public and unprotected, in {@code META-INF/keywright/endpoints.json}.
 *
 * <p>Aggregating in Gradle's sense: the list is made from all classes. Mistakes are the guard processor's to report.
 */
public final class EndpointIndexProcessor extends AbstractProcessor {

    private final EndpointIndex index = new EndpointIndex();
    private final List<Element> origins = new ArrayList<>();
    private @Nullable Rounds rounds;

    /** Made by the compiler. */
    public EndpointIndexProcessor() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        rounds = new Rounds(environment);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        // Handlers of com.sun.net.httpserver and servlets bear no annotation at all.
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
        if (rounds == null) {
            return false;
        }
        for (Rounds.Turn turn : rounds.next(round)) {
            collect(turn);
        }
        if (round.processingOver() && !round.errorRaised()) {
            write();
        }
        return false;
    }

    private void collect(Rounds.Turn turn) {
        ClassReport report;
        try {
            report = turn.reader().read(turn.type());
        } catch (RuntimeException | StackOverflowError failure) {
            // The guard processor reads the same class in the same way, fails as well, and says so.
            return;
        }
        String name = processingEnv.getElementUtils().getBinaryName(turn.type()).toString();
        index.put(name, report.endpoints());
        if (!report.endpoints().isEmpty()) {
            origins.add(turn.type());
        }
    }

    private void write() {
        // Gradle hands over all classes, and makes a build that reads an output a full one.
        boolean gradle = processingEnv.getFiler().getClass().getName().startsWith("org.gradle.");
        String earlier = gradle ? null : earlier();
        if (earlier != null) {
            index.keep(earlier, this::isStillThere);
        }
        if (index.isEmpty() && earlier == null) {
            return;
        }
        try (Writer out = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", EndpointIndex.PATH, origins.toArray(Element[]::new))
                .openWriter()) {
            out.write(index.json());
        } catch (IOException refused) {
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            Messages.indexNotWritten(EndpointIndex.PATH, String.valueOf(refused.getMessage())));
        }
    }

    private boolean isStillThere(String type) {
        try (InputStream file = resource(type.replace('.', '/') + ".class").openInputStream()) {
            return file.read() >= 0;
        } catch (IOException | RuntimeException absent) {
            return false;
        }
    }

    private @Nullable String earlier() {
        try (InputStream file = resource(EndpointIndex.PATH).openInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException | RuntimeException absent) {
            return null;
        }
    }

    private FileObject resource(String path) throws IOException {
        return processingEnv.getFiler().getResource(StandardLocation.CLASS_OUTPUT, "", path);
    }
}
