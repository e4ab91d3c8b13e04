package dev.keywright.runtime;

import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.internal.grammar.DeclarationDigest;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The Keywright annotations of classes as reflection finds them, in the lines of {@link DeclarationDigest}. */
final class Declarations {

    private static final String PACKAGE = "dev.keywright.annotations";

    private Declarations() {}

    /** A class, its superclasses and all their interfaces, without Object, nearest first. */
    static Set<Class<?>> hierarchy(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            all.add(each);
        }
        for (Class<?> each : List.copyOf(all)) {
            addInterfaces(each, all);
        }
        return all;
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> all) {
        for (Class<?> each : type.getInterfaces()) {
            if (all.add(each)) {
                addInterfaces(each, all);
            }
        }
    }

    static String digest(Class<?> type) {
        List<String> lines = new ArrayList<>();
        for (Class<?> each : hierarchy(type)) {
            for (Annotation annotation : own(each)) {
                lines.add(each.getName() + " " + text(annotation));
            }
            for (Method method : each.getDeclaredMethods()) {
                if (!method.isSynthetic()) {
                    for (Annotation annotation : own(method)) {
                        lines.add(each.getName() + "#" + method.getName() + "("
                                + String.join(",", erasedParameterTypes(method)) + ") " + text(annotation));
                    }
                }
            }
        }
        return DeclarationDigest.of(lines);
    }

    /** Whether a class itself, or one of its methods, bears an annotation that asks for a guard. */
    static boolean asksForGuard(Class<?> type) {
        return !demands(type).isEmpty()
                || Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method ->
                                !method.isSynthetic() && !demands(method).isEmpty());
    }

    /** The annotations that a guard enforces. */
    static List<Annotation> demands(AnnotatedElement element) {
        return own(element).stream()
                .filter(annotation -> !(annotation instanceof PublicEndpoint))
                .toList();
    }

    static List<String> erasedParameterTypes(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(Class::getName).toList();
    }

    private static List<Annotation> own(AnnotatedElement element) {
        return Arrays.stream(element.getDeclaredAnnotations())
                .filter(annotation ->
                        annotation.annotationType().getPackageName().equals(PACKAGE))
                .toList();
    }

    private static String text(Annotation annotation) {
        return Arrays.stream(annotation.annotationType().getDeclaredMethods())
                .filter(attribute -> !attribute.isSynthetic() && attribute.getParameterCount() == 0)
                .sorted(Comparator.comparing(Method::getName))
                .map(attribute -> attribute.getName() + "=" + text(value(annotation, attribute)))
                .collect(Collectors.joining(
                        ",", "@" + annotation.annotationType().getSimpleName() + "(", ")"));
    }

    private static Object value(Annotation annotation, Method attribute) {
        try {
            return attribute.invoke(annotation);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object value) {
        if (value.getClass().isArray()) {
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(text(Array.get(value, i)));
            }
            return "[" + String.join("|", elements) + "]";
        }
        if (value instanceof Annotation annotation) {
            return text(annotation);
        }
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }
}
