package dev.keywright.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Writes a class and an interface in the first round, as other people's processors do. */
final class WritingProcessor extends AbstractProcessor {

    private boolean written;

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
        if (!written) {
            written = true;
            write("Written", "public class Written {}");
            write(
                    "WrittenApi",
                    "public interface WrittenApi { @org.springframework.web.bind.annotation.GetMapping(\"/i\")"
                            + " @dev.keywright.annotations.ApiKeyProtected String inherited(); }");
        }
        return false;
    }

    private void write(String name, String text) {
        try (Writer out =
                processingEnv.getFiler().createSourceFile("shop." + name).openWriter()) {
            out.write("package shop; " + text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
