package dev.keywright.processor.declaration;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A mistake in a declaration.
 *
 * @param element where it is
 * @param mirror the annotation on that element; null when the element itself is wrong
 * @param value the value inside the annotation; null when the whole annotation is wrong
 * @param message one sentence with the mend in it
 */
public record Problem(
        Element element,
        @Nullable AnnotationMirror mirror,
        @Nullable AnnotationValue value,
        String message) {}
