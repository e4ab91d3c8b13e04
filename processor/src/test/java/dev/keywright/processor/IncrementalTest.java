package dev.keywright.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Gradle relies on when it processes only what has changed. */
class IncrementalTest {

    @TempDir
    Path output;

    private static List<String> lines(String resource) throws IOException {
        try (InputStream file = IncrementalTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(file, resource).readAllBytes(), UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void everyProcessorSaysWhichKindItIs() throws IOException {
        List<String> services = lines("/META-INF/services/javax.annotation.processing.Processor");
        assertThat(lines("/META-INF/gradle/incremental.annotation.processors"))
                .containsExactly(
                        "dev.keywright.processor.GuardProcessor,isolating",
                        "dev.keywright.processor.EndpointIndexProcessor,aggregating",
                        "dev.keywright.processor.AnnotationClaim,isolating",
                        "dev.keywright.processor.host.ecj.EcjHost,aggregating");
        assertThat(services)
                .containsExactly(
                        "dev.keywright.processor.GuardProcessor",
                        "dev.keywright.processor.EndpointIndexProcessor",
                        "dev.keywright.processor.host.ecj.EcjHost",
                        "dev.keywright.processor.AnnotationClaim");
    }

    @Test
    void aGuardHasItsClassAsItsOneOrigin() {
        RecordingProcessor guards = new RecordingProcessor(new GuardProcessor());
        RecordingProcessor index = new RecordingProcessor(new EndpointIndexProcessor());
        TestCompiler.Result result = TestCompiler.withAdapters(output)
                .processors(guards, index)
                .source("""
                        package shop;
                        import com.sun.net.httpserver.*;
                        import dev.keywright.annotations.*;
                        abstract class Base implements HttpHandler {
                            @ApiKeyProtected public void handle(HttpExchange exchange) {}
                        }
                        """)
                .source("package shop; class Outer { static class Inner extends Base {} }")
                .compile();
        assertThat(result.success()).as(result.said()).isTrue();
        assertThat(guards.files)
                .containsExactlyInAnyOrder(
                        "shop.Base_Guard from [shop.Base]", "shop.Outer$Inner_Guard from [shop.Outer.Inner]");
        assertThat(index.files).containsExactly("META-INF/keywright/endpoints.json from [shop.Base, shop.Outer.Inner]");
    }

    /** Notes what a processor creates, and from what. */
    private static final class RecordingProcessor implements Processor {

        private final Processor processor;
        private final List<String> files = new ArrayList<>();

        RecordingProcessor(Processor processor) {
            this.processor = processor;
        }

        @Override
        public void init(ProcessingEnvironment environment) {
            Filer filer = (Filer) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Filer.class}, (proxy, method, arguments) -> {
                        if (method.getName().startsWith("create")) {
                            Element[] origins = (Element[]) arguments[arguments.length - 1];
                            files.add(arguments[arguments.length - 2]
                                    + Stream.of(origins)
                                            .map(Object::toString)
                                            .collect(Collectors.joining(", ", " from [", "]")));
                        }
                        try {
                            return method.invoke(environment.getFiler(), arguments);
                        } catch (java.lang.reflect.InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
            processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("getFiler") ? filer : method.invoke(environment, arguments)));
        }

        @Override
        public Set<String> getSupportedOptions() {
            return processor.getSupportedOptions();
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public javax.lang.model.SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }

        @Override
        public Iterable<? extends javax.annotation.processing.Completion> getCompletions(
                Element element,
                javax.lang.model.element.AnnotationMirror annotation,
                javax.lang.model.element.ExecutableElement member,
                String userText) {
            return List.of();
        }
    }
}
