package dev.keywright.processor.declaration;

import dev.keywright.processor.descriptor.Access;
import dev.keywright.processor.descriptor.Limit;
import dev.keywright.processor.descriptor.Login;
import dev.keywright.processor.model.Mirrors;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * What stands on one element itself.
 *
 * @param element a method or a type
 * @param access the mechanism family; null when none stands here
 * @param accessMirror the annotation to point at for the mechanism family
 * @param limits the limit family; empty when none stands here
 * @param login the log-in family; null when none stands here, or it cannot be read
 * @param mirrors all guarding annotations here, in order
 */
record Declared(
        Element element,
        @Nullable Access access,
        @Nullable AnnotationMirror accessMirror,
        List<DeclaredLimit> limits,
        @Nullable Login login,
        List<AnnotationMirror> mirrors) {

    /** A limit where it stands. */
    record DeclaredLimit(
            Element element,
            AnnotationMirror mirror,
            @Nullable AnnotationValue by,
            Limit limit) {}

    /** The annotation of the log-in family; null when none stands here. */
    @Nullable
    AnnotationMirror loginMirror() {
        return mirrors.stream()
                .filter(mirror -> Mirrors.name(mirror).equals(AnnotationNames.LOGIN))
                .findFirst()
                .orElse(null);
    }

    /** Whether anything stands here that a guard enforces. */
    boolean demands() {
        return mirrors.stream().anyMatch(mirror -> !Mirrors.name(mirror).equals(AnnotationNames.PUBLIC));
    }
}
