package dev.keywright.adapters.spring;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;

/** Annotated methods and classes of beans to which no request is mapped. Looks at types only; no bean is made for it. */
final class AnnotatedBeans {

    private static final List<String> FRAMEWORKS =
            List.of("org.springframework.", "java.", "jakarta.", "com.sun.proxy.");

    private AnnotatedBeans() {}

    /**
     * The annotated methods that are none of these handlers, as {@code class#method}, and the annotated classes that have no
     * handler at all: called by another contract than a mapped method, or by nobody.
     */
    static List<String> unmapped(ApplicationContext context, Collection<HandlerMethod> handlers) {
        Set<Method> mapped = new HashSet<>();
        Set<Class<?>> serving = new HashSet<>();
        for (HandlerMethod handler : handlers) {
            Class<?> type = ClassUtils.getUserClass(handler.getBeanType());
            mapped.add(Declarations.mostSpecific(handler.getMethod(), type));
            serving.add(type);
        }
        List<String> found = new ArrayList<>();
        for (Class<?> type : types(context)) {
            Declarations declared = Declarations.of(type);
            if (declared.onType() && !serving.contains(type)) {
                found.add(type.getName());
            }
            for (Method method : declared.methods()) {
                if (!mapped.contains(method)) {
                    found.add(type.getName() + '#' + method.getName());
                }
            }
        }
        return found;
    }

    /** All annotated methods, as {@code class#method}, and classes. */
    static List<String> all(ApplicationContext context) {
        return unmapped(context, List.of());
    }

    /**
     * The classes of all beans. Proxies of interfaces are clients ({@code @HttpExchange}, repositories), whose annotated
     * interface says what the server does.
     */
    private static Set<Class<?>> types(ApplicationContext context) {
        Set<Class<?>> types = new java.util.LinkedHashSet<>();
        for (String name : BeanFactoryUtils.beanNamesIncludingAncestors(context)) {
            Class<?> type = name.startsWith("scopedTarget.") ? null : context.getType(name, false);
            if (type != null && !type.isInterface() && !Proxy.isProxyClass(type)) {
                Class<?> own = ClassUtils.getUserClass(type);
                if (FRAMEWORKS.stream().noneMatch(own.getName()::startsWith)) {
                    types.add(own);
                }
            }
        }
        return types;
    }
}
