package dev.keywright.processor.declaration;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one class. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();
    private boolean unreadable;

    void add(Element element, @Nullable AnnotationMirror mirror, @Nullable AnnotationValue value, String message) {
        Problem problem = new Problem(element, mirror, value, message);
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    /** Notes a value that does not compile: the compiler itself says so, and there is nothing to add. */
    void unreadable() {
        unreadable = true;
    }

    boolean isEmpty() {
        return found.isEmpty() && !unreadable;
    }

    List<Problem> list() {
        return List.copyOf(found);
    }
}
