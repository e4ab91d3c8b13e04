package dev.keywright.adapters.spring;

import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Refuses to start a server with annotated handlers where the auto-configuration that would guard them does not run: excluded,
 * or never enabled. Spring Boot asks for initializers whether it configures anything by itself or not.
 */
public final class KeywrightPresence implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The interface of contexts that start a server, as Spring Boot 3 and 4 name it; those of tests without one are none. */
    private static final List<String> SERVING = List.of(
            "org.springframework.boot.web.context.WebServerApplicationContext",
            "org.springframework.boot.web.server.context.WebServerApplicationContext");

    /** One bean each of the auto-configurations for servlets and, which refuses, for reactive applications. */
    private static final Set<String> GUARDING = Set.of("keywrightDoor", "keywrightReactiveRefusal");

    /** For Spring. */
    public KeywrightPresence() {}

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (isServing(context)) {
            // All definitions of beans are there when it is called, and no server yet.
            context.addBeanFactoryPostProcessor(factory -> check(context, factory));
        }
    }

    private static boolean isServing(ConfigurableApplicationContext context) {
        ClassLoader loader = context.getClassLoader();
        return SERVING.stream()
                .filter(name -> ClassUtils.isPresent(name, loader))
                .anyMatch(name -> ClassUtils.resolveClassName(name, loader).isInstance(context));
    }

    private static void check(ConfigurableApplicationContext context, ConfigurableListableBeanFactory factory) {
        if (GUARDING.stream().noneMatch(factory::containsBean)) {
            List<String> problems = AnnotatedBeans.all(context).stream()
                    .map(Messages::unconfigured)
                    .toList();
            if (!problems.isEmpty()) {
                throw new SpringStartRefusedException(problems);
            }
        }
    }
}
