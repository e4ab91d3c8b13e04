package dev.keywright.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads annotation mirrors by name, so that no annotation class is ever loaded. */
public final class Mirrors {

    /** What javac puts where an attribute's expression does not compile. */
    private static final String BROKEN = "<error>";

    private Mirrors() {}

    /** The annotation's type. */
    public static TypeElement type(AnnotationMirror mirror) {
        return (TypeElement) mirror.getAnnotationType().asElement();
    }

    /** The canonical name of the annotation's type. */
    public static String name(AnnotationMirror mirror) {
        return type(mirror).getQualifiedName().toString();
    }

    /** The annotation of that name which stands on the element itself. */
    public static Optional<AnnotationMirror> find(Element element, String name) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (name.equals(name(mirror))) {
                return Optional.of(mirror);
            }
        }
        return Optional.empty();
    }

    /** The attribute as written; null when its default holds. */
    public static @Nullable AnnotationValue written(AnnotationMirror mirror, String attribute) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(attribute)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** The attribute as written or by default; null when there is neither. */
    public static @Nullable AnnotationValue value(AnnotationMirror mirror, String attribute) {
        AnnotationValue written = written(mirror, attribute);
        if (written != null) {
            return written;
        }
        for (ExecutableElement method : ElementFilter.methodsIn(type(mirror).getEnclosedElements())) {
            if (method.getSimpleName().contentEquals(attribute)) {
                return method.getDefaultValue();
            }
        }
        return null;
    }

    /** A string; null when the code does not compile. */
    public static @Nullable String string(@Nullable AnnotationValue value) {
        return value != null && value.getValue() instanceof String text && !text.equals(BROKEN) ? text : null;
    }

    /** The name of an enum constant; null when the code does not compile. */
    public static @Nullable String constant(@Nullable AnnotationValue value) {
        return value != null && value.getValue() instanceof VariableElement constant
                ? constant.getSimpleName().toString()
                : null;
    }

    /** An annotation as a value; null when the code does not compile. */
    public static @Nullable AnnotationMirror mirror(AnnotationValue value) {
        return value.getValue() instanceof AnnotationMirror nested ? nested : null;
    }

    /** The elements of an array; null when the code does not compile. */
    public static @Nullable List<AnnotationValue> elements(@Nullable AnnotationValue value) {
        if (value == null || !(value.getValue() instanceof List<?> list)) {
            return null;
        }
        List<AnnotationValue> elements = new ArrayList<>();
        for (Object element : list) {
            elements.add((AnnotationValue) element);
        }
        return elements;
    }

    /** The strings or enum constants of an attribute that was written; empty when it was not, or does not compile. */
    public static List<String> words(AnnotationMirror mirror, String attribute) {
        AnnotationValue value = written(mirror, attribute);
        if (value == null) {
            return List.of();
        }
        List<AnnotationValue> elements = elements(value);
        List<String> words = new ArrayList<>();
        for (AnnotationValue element : elements == null ? List.of(value) : elements) {
            String word = string(element);
            if (word == null) {
                word = constant(element);
            }
            if (word != null) {
                words.add(word);
            }
        }
        return words;
    }
}
