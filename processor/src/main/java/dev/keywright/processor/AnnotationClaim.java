package dev.keywright.processor;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Claims Keywright's annotations. The processors that do the work look at every class and can claim nothing without hiding
 * it from other people's processors; unclaimed, the annotations would be a warning under {@code -Xlint:processing}. It
 * stands last in the list of services, and makes nothing. ecj warns of nothing unclaimed, and asks no further processor once
 * all is claimed, not even those that want to see every class: there nothing is claimed.
 */
public final class AnnotationClaim extends AbstractProcessor {

    /** Made by the compiler. */
    public AnnotationClaim() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        // The guards bear the JDK's own mark of generated code, which no processor of the JDK claims.
        return Set.of("dev.keywright.annotations.*", "javax.annotation.processing.Generated");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // so that javac does not warn of annotations that nobody claims
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return !processingEnv.getClass().getName().startsWith("org.eclipse.jdt.");
    }
}
