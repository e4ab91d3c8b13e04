package dev.keywright.adapters.spring;

import dev.keywright.adapters.spring.GuardedHandler.Standing;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.StartRefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.env.Environment;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;

/**
 * Refuses to start when anything annotated would not be enforced, and lists what is open. Runs when all beans are there and
 * the server does not take requests yet.
 */
final class StartCheck implements SmartInitializingSingleton {

    static final Log LOG = LogFactory.getLog("dev.keywright.start");

    private final ApplicationContext context;
    private final Supplier<Keywright> keywright;
    private final Supplier<SecondDoor> door;
    private final KeywrightProperties properties;
    private volatile @Nullable HandlerGuards guards;

    StartCheck(
            ApplicationContext context,
            Supplier<Keywright> keywright,
            Supplier<SecondDoor> door,
            KeywrightProperties properties) {
        this.context = context;
        this.keywright = keywright;
        this.door = door;
        this.properties = properties;
    }

    /** The guards; loaded with the first call. */
    HandlerGuards guards() {
        HandlerGuards known = guards;
        if (known == null) {
            synchronized (this) {
                known = guards;
                if (known == null) {
                    known = check();
                    guards = known;
                }
            }
        }
        return known;
    }

    @Override
    public void afterSingletonsInstantiated() {
        guards();
    }

    static List<HandlerAdapter> adaptersExceptOurs(ApplicationContext context) {
        List<HandlerAdapter> all = new ArrayList<>(
                BeanFactoryUtils.beansOfTypeIncludingAncestors(context, HandlerAdapter.class, true, false)
                        .values());
        AnnotationAwareOrderComparator.sort(all);
        all.removeIf(SecondDoor.class::isInstance);
        return List.copyOf(all);
    }

    private HandlerGuards check() {
        Map<HandlerMethod, String> handlers = handlerMethods();
        List<String> problems = new ArrayList<>();
        HandlerGuards loaded = null;
        try {
            loaded = new HandlerGuards(
                    context, loader(), keywright.get(), handlers.keySet(), properties.unannotatedAllowed());
        } catch (StartRefusedException e) {
            problems.addAll(e.problems());
        }
        if (loaded != null) {
            for (HandlerMethod handler : handlers.keySet()) {
                GuardedHandler known = loaded.of(handler);
                if (known.standing() == Standing.UNENFORCED) {
                    problems.add(Messages.handlerWithoutGuard(known.name()));
                }
            }
        }
        AnnotatedBeans.unmapped(context, handlers.keySet())
                .forEach(method -> problems.add(Messages.annotatedButNotMapped(method)));
        checkAdapters(problems);
        if (properties.unannotatedAllowed().stream().anyMatch(String::isBlank)) {
            problems.add(Messages.blankPrefix());
        }
        if (loaded == null || !problems.isEmpty()) {
            throw new SpringStartRefusedException(new ArrayList<>(new LinkedHashSet<>(problems)));
        }
        list(loaded, handlers);
        if (isForwardedByContainer(context.getEnvironment())) {
            LOG.warn(Messages.forwardedByContainer());
        }
        UnknownProperties.in(context.getEnvironment()).forEach(name -> LOG.warn(Messages.unknownProperty(name)));
        return loaded;
    }

    /** As Spring Boot itself decides it; on Kubernetes and other platforms that is so unless somebody says otherwise. */
    private static boolean isForwardedByContainer(Environment environment) {
        String strategy = environment.getProperty("server.forward-headers-strategy");
        if (strategy != null) {
            return strategy.strip().equalsIgnoreCase("native");
        }
        CloudPlatform platform = CloudPlatform.getActive(environment);
        return platform != null && platform.isUsingForwardHeaders();
    }

    private ClassLoader loader() {
        ClassLoader loader = context.getClassLoader();
        return loader == null ? StartCheck.class.getClassLoader() : loader;
    }

    /** All handler methods, each with its mapping for reports. */
    private Map<HandlerMethod, String> handlerMethods() {
        Map<HandlerMethod, String> found = new LinkedHashMap<>();
        for (HandlerMapping mapping : HandlerFinder.mappings(context)) {
            if (mapping instanceof AbstractHandlerMethodMapping<?> methods) {
                methods.getHandlerMethods().forEach((info, handler) -> found.put(handler, String.valueOf(info)));
            }
        }
        return found;
    }

    private void checkAdapters(List<String> problems) {
        SecondDoor ours = door.get();
        List<HandlerAdapter> all = new ArrayList<>(adaptersExceptOurs(context));
        for (HandlerAdapter other : all) {
            if (AnnotationAwareOrderComparator.INSTANCE.compare(other, ours) <= 0) {
                problems.add(Messages.adapterNotFirst(other.getClass().getName()));
            }
        }
    }

    private void list(HandlerGuards loaded, Map<HandlerMethod, String> handlers) {
        Set<String> open = new TreeSet<>();
        handlers.forEach((handler, mapping) -> {
            GuardedHandler known = loaded.of(handler);
            if (known.standing() == Standing.UNANNOTATED) {
                open.add(mapping + " → " + known.name());
            }
        });
        for (HandlerMapping mapping : HandlerFinder.mappings(context)) {
            if (mapping instanceof AbstractUrlHandlerMapping urls) {
                urls.getHandlerMap().forEach((url, handler) -> {
                    Object bean = handler instanceof String name ? context.getBean(name) : handler;
                    GuardedHandler known = loaded.of(bean);
                    if (known.standing() == Standing.UNANNOTATED) {
                        open.add(url + " → " + known.name());
                    }
                });
            }
            RouterFunctions.describe(mapping).forEach(open::add);
        }
        LOG.info(Messages.guarding(loaded.registry().endpoints().size()));
        if (!open.isEmpty()) {
            LOG.warn(Messages.unannotated(List.copyOf(open), properties.unannotated() == Unannotated.DENY));
        }
    }
}
