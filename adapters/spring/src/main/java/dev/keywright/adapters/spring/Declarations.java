package dev.keywright.adapters.spring;

import dev.keywright.annotations.GuardOf;
import dev.keywright.annotations.PublicEndpoint;
import dev.keywright.annotations.Secret;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.core.BridgeMethodResolver;
import org.springframework.util.ClassUtils;

/**
 * Which methods of a class our annotations speak of, its supertypes' included. Only asked at the start, to see that each of
 * them is enforced.
 *
 * @param onType whether a mechanism or limit stands on the class or one of its supertypes
 * @param methods the methods that bear one themselves, or override one that does
 */
record Declarations(boolean onType, Set<Method> methods) {

    private static final String PACKAGE = PublicEndpoint.class.getPackageName();
    private static final Set<Class<?>> SILENT = Set.of(PublicEndpoint.class, Secret.class, GuardOf.class);

    /** Reads a class. One whose members name classes that are not there has nothing to say. */
    static Declarations of(Class<?> type) {
        Set<Method> methods = new LinkedHashSet<>();
        boolean onType = false;
        try {
            for (Class<?> each : hierarchy(type)) {
                onType |= speaks(each);
                for (Method method : each.getDeclaredMethods()) {
                    if (!method.isSynthetic() && speaks(method)) {
                        methods.add(mostSpecific(method, type));
                    }
                }
            }
        } catch (LinkageError e) {
            return new Declarations(false, Set.of());
        }
        return new Declarations(onType, methods);
    }

    boolean speaksOf(Method method, Class<?> type) {
        return onType || methods.contains(mostSpecific(method, type));
    }

    static Method mostSpecific(Method method, Class<?> type) {
        return BridgeMethodResolver.findBridgedMethod(ClassUtils.getMostSpecificMethod(method, type));
    }

    private static Set<Class<?>> hierarchy(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            all.add(each);
        }
        all.addAll(ClassUtils.getAllInterfacesForClassAsSet(type));
        return all;
    }

    private static boolean speaks(AnnotatedElement element) {
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            Class<?> type = annotation.annotationType();
            if (type.getPackageName().equals(PACKAGE) && !SILENT.contains(type)) {
                return true;
            }
        }
        return false;
    }
}
