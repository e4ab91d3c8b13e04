package dev.keywright.processor.declaration;

import dev.keywright.processor.framework.Handler;
import dev.keywright.processor.framework.Handlers;
import dev.keywright.processor.model.Hierarchy;
import dev.keywright.processor.model.Mirrors;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds annotations that stand where nothing would enforce them. */
final class Placement {

    private final TypeElement type;
    private final @Nullable Handler handler;
    private final Handlers handlers;
    private final Hierarchy hierarchy;
    private final RuntimeSupport runtime;
    private final Problems problems;

    Placement(
            TypeElement type,
            @Nullable Handler handler,
            Handlers handlers,
            Hierarchy hierarchy,
            RuntimeSupport runtime,
            Problems problems) {
        this.type = type;
        this.handler = handler;
        this.handlers = handlers;
        this.hierarchy = hierarchy;
        this.runtime = runtime;
        this.problems = problems;
    }

    void check() {
        first(type).ifPresent(this::checkClass);
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            first(method).ifPresent(mirror -> checkMethod(method, mirror));
        }
        if (type.getKind().isClass() && !Hierarchy.isAbstract(type)) {
            hierarchy.withSupertypes(type).stream().skip(1).forEach(this::checkInherited);
        }
        firstInClass().ifPresent(this::checkEnforced);
    }

    private void checkClass(AnnotationMirror mirror) {
        String name = name(mirror);
        if (type.getKind() == ElementKind.ANNOTATION_TYPE) {
            problems.add(type, mirror, null, Messages.metaAnnotation(name));
        } else if (type.getKind() == ElementKind.INTERFACE) {
            if (handlers.isClient(type)) {
                problems.add(type, mirror, null, Messages.client(name));
            }
        } else if (!Hierarchy.isAbstract(type)) {
            // An abstract class without endpoints hands its declaration down to those that extend it.
            if (handler == null) {
                problems.add(type, mirror, null, Messages.noHandler(name, simpleName()));
            } else if (handler.endpoints().isEmpty()) {
                problems.add(type, mirror, null, Messages.noEndpoints(name, simpleName()));
            }
        }
    }

    private void checkMethod(ExecutableElement method, AnnotationMirror mirror) {
        String name = name(mirror);
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.PRIVATE)) {
            problems.add(method, mirror, null, Messages.privateEndpoint(name));
        } else if (modifiers.contains(Modifier.STATIC)) {
            problems.add(method, mirror, null, Messages.staticEndpoint(name));
        } else if (type.getKind() == ElementKind.INTERFACE) {
            if (handlers.isClient(type)) {
                problems.add(method, mirror, null, Messages.client(name));
            }
        } else if (modifiers.contains(Modifier.ABSTRACT)) {
            problems.add(method, mirror, null, Messages.abstractEndpoint(name));
        } else if (handler == null) {
            problems.add(method, mirror, null, Messages.noHandler(name, simpleName()));
        } else if (!handler.endpoints().containsKey(method)) {
            problems.add(
                    method,
                    mirror,
                    null,
                    Messages.notAnEndpoint(name, PolicyResolver.name(method), handler.framework()));
        }
    }

    /** What is inherited must be enforced too, unless a shared interface's routes are merely implemented by a client. */
    private void checkInherited(TypeElement supertype) {
        Optional<AnnotationMirror> onClass = first(supertype);
        List<ExecutableElement> methods = ElementFilter.methodsIn(supertype.getEnclosedElements());
        if (handler == null && onClass.isPresent() && methods.stream().noneMatch(handlers::hasRoute)) {
            problems.add(type, null, null, Messages.noHandler(name(onClass.get()), simpleName()));
        }
        for (ExecutableElement method : methods) {
            first(method)
                    .filter(mirror -> !handlers.hasRoute(method))
                    .ifPresent(mirror -> checkInherited(method, mirror));
        }
    }

    private void checkInherited(ExecutableElement inherited, AnnotationMirror mirror) {
        for (ExecutableElement method : hierarchy.methods(type)) {
            boolean concerned = method.equals(inherited)
                    || hierarchy.overridden(method, type).contains(inherited);
            boolean called = handler != null && handler.endpoints().containsKey(method);
            if (concerned && !called) {
                Element place = Hierarchy.owner(method).equals(type) ? method : type;
                problems.add(
                        place,
                        null,
                        null,
                        Messages.inheritedByNoEndpoint(
                                name(mirror), PolicyResolver.name(method), PolicyResolver.name(inherited)));
            }
        }
    }

    private void checkEnforced(AnnotatedPlace place) {
        String name = place.mirror() == null ? "ApiKeyProtected" : name(place.mirror());
        if (!runtime.isThere()) {
            problems.add(place.element(), place.mirror(), null, Messages.runtimeMissing(name));
        } else if (handler != null && handlers.lacksAdapter(handler.framework())) {
            problems.add(place.element(), place.mirror(), null, Messages.adapterMissing(name, handler.framework()));
        } else if (handler != null && handlers.lacksBoot(handler.framework())) {
            problems.add(place.element(), place.mirror(), null, Messages.bootMissing(name));
        }
    }

    private record AnnotatedPlace(Element element, @Nullable AnnotationMirror mirror) {}

    /** The first annotation in the class, or the class itself when all are inherited. */
    private Optional<AnnotatedPlace> firstInClass() {
        Optional<AnnotationMirror> onClass = first(type);
        if (onClass.isPresent()) {
            return Optional.of(new AnnotatedPlace(type, onClass.get()));
        }
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            Optional<AnnotationMirror> mirror = first(method);
            if (mirror.isPresent()) {
                return Optional.of(new AnnotatedPlace(method, mirror.get()));
            }
        }
        return handler == null ? Optional.empty() : Optional.of(new AnnotatedPlace(type, null));
    }

    private static Optional<AnnotationMirror> first(Element element) {
        return DeclarationReader.guarding(element).stream().findFirst();
    }

    private String simpleName() {
        return type.getSimpleName().toString();
    }

    private static String name(AnnotationMirror mirror) {
        return Mirrors.name(mirror).equals(AnnotationNames.RATE_LIMITS)
                ? "RateLimited"
                : Mirrors.type(mirror).getSimpleName().toString();
    }
}
