package dev.keywright.processor.framework;

import dev.keywright.processor.model.Hierarchy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * The handlers of an adapter of the user's own. The option {@code keywright.handlers} names types, whose methods are then
 * endpoints in every class that implements or overrides them (all public methods where the type has none), and
 * annotations, on methods or on classes whose public methods are then endpoints.
 */
final class CustomHandlers {

    private final Hierarchy hierarchy;
    private final Set<String> names;

    CustomHandlers(Hierarchy hierarchy, Set<String> names) {
        this.hierarchy = hierarchy;
        this.names = names;
    }

    Map<ExecutableElement, Route> endpoints(TypeElement type, List<TypeElement> family) {
        Map<ExecutableElement, Route> found = new LinkedHashMap<>();
        if (names.isEmpty()) {
            return found;
        }
        boolean wholeClass = family.stream().anyMatch(this::marksAllMethods);
        for (ExecutableElement method : hierarchy.methods(type)) {
            if ((wholeClass && isPublicInstance(method)) || isMarked(method, type)) {
                found.put(method, Route.ANYWHERE);
            }
        }
        return found;
    }

    private boolean marksAllMethods(TypeElement type) {
        return names.stream().anyMatch(name -> RouteAnnotations.carries(type, name))
                || (names.contains(hierarchy.binaryName(type))
                        && hierarchy.methods(type).isEmpty());
    }

    private boolean isMarked(ExecutableElement method, TypeElement type) {
        if (!method.getModifiers().contains(Modifier.ABSTRACT)
                && hierarchy.overridden(method, type).stream().anyMatch(this::isOfNamedType)) {
            return true;
        }
        return names.stream().anyMatch(name -> RouteAnnotations.carries(method, name));
    }

    private boolean isOfNamedType(ExecutableElement method) {
        return names.contains(hierarchy.binaryName(Hierarchy.owner(method)));
    }

    private static boolean isPublicInstance(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.PUBLIC) && Handlers.isInstance(method);
    }
}
