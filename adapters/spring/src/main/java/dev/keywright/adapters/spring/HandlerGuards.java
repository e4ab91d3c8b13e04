package dev.keywright.adapters.spring;

import dev.keywright.adapters.spring.GuardedHandler.Standing;
import dev.keywright.runtime.GuardRegistry;
import dev.keywright.runtime.GuardedEndpoint;
import dev.keywright.runtime.Keywright;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * The guard of each handler, worked out once per handler. Safe for use by many threads.
 */
final class HandlerGuards {

    private final BeanFactory beans;
    private final Keywright keywright;
    private final ClassLoader loader;
    private final List<String> allowedUnannotated;
    private final GuardRegistry registry;
    private final Set<Class<?>> known;
    private final Map<Class<?>, Optional<GuardRegistry>> lateRegistries = new ConcurrentHashMap<>();
    private final Map<Key, GuardedHandler> methods = new ConcurrentHashMap<>();

    private record Key(Class<?> type, Method method) {}

    /**
     * Loads the guards of all handlers known at the start.
     *
     * @throws dev.keywright.runtime.StartRefusedException when one is missing or stale, or lacks its configuration
     */
    HandlerGuards(
            BeanFactory beans,
            ClassLoader loader,
            Keywright keywright,
            Collection<HandlerMethod> handlers,
            List<String> allowedUnannotated) {
        this.beans = beans;
        this.loader = loader;
        this.keywright = keywright;
        this.allowedUnannotated = List.copyOf(allowedUnannotated);
        this.known = handlers.stream().map(this::targetType).collect(java.util.stream.Collectors.toUnmodifiableSet());
        this.registry = GuardRegistry.load(loader, keywright, known);
    }

    GuardRegistry registry() {
        return registry;
    }

    /** What is known of a handler, as handler mappings return it. */
    GuardedHandler of(Object handler) {
        if (handler instanceof HandlerMethod method) {
            return of(method);
        }
        String name = handler.getClass().getName();
        boolean open = FrameworkHandlers.isOwn(handler) || isAllowed(name);
        return new GuardedHandler(name, open ? Standing.OPEN : Standing.UNANNOTATED, null);
    }

    private GuardedHandler of(HandlerMethod handler) {
        Key key = new Key(handler.getBeanType(), handler.getMethod());
        GuardedHandler found = methods.get(key);
        if (found == null) {
            found = workOut(handler);
            methods.put(key, found);
        }
        return found;
    }

    private GuardedHandler workOut(HandlerMethod handler) {
        Class<?> type = targetType(handler);
        Method method = Declarations.mostSpecific(handler.getMethod(), type);
        String name = type.getName() + '#' + method.getName();
        Optional<GuardRegistry> guards = known.contains(type) ? Optional.of(registry) : late(type);
        if (guards.isEmpty()) {
            return new GuardedHandler(name, Standing.UNENFORCED, null);
        }
        Optional<GuardedEndpoint> endpoint = guards.get().endpoint(type, method);
        if (endpoint.isPresent()) {
            return new GuardedHandler(name, Standing.GUARDED, endpoint.get());
        }
        if (guards.get().isPublic(type, method)) {
            return new GuardedHandler(name, Standing.OPEN, null);
        }
        if (Declarations.of(type).speaksOf(method, type)) {
            return new GuardedHandler(name, Standing.UNENFORCED, null);
        }
        boolean open = FrameworkHandlers.isOwn(type) || isAllowed(name);
        return new GuardedHandler(name, open ? Standing.OPEN : Standing.UNANNOTATED, null);
    }

    /** A mapping that was registered after the start: its guard is loaded now, or its handlers stay closed. */
    private Optional<GuardRegistry> late(Class<?> type) {
        return lateRegistries.computeIfAbsent(type, t -> {
            try {
                return Optional.of(GuardRegistry.load(loader, keywright, Set.of(t)));
            } catch (IllegalStateException e) {
                StartCheck.LOG.error(e.getMessage());
                return Optional.empty();
            }
        });
    }

    private boolean isAllowed(String name) {
        return allowedUnannotated.stream().anyMatch(name::startsWith);
    }

    /** The class that the user wrote, below CGLIB and JDK proxies. */
    private Class<?> targetType(HandlerMethod handler) {
        Class<?> type = handler.getBeanType();
        if (!Proxy.isProxyClass(type)) {
            return ClassUtils.getUserClass(type);
        }
        Object bean = handler.getBean() instanceof String beanName ? beans.getBean(beanName) : handler.getBean();
        return ClassUtils.getUserClass(AopProxyUtils.ultimateTargetClass(bean));
    }
}
