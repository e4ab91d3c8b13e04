package dev.keywright.adapters.spring;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Puts {@link CallerArgumentResolver} first. Resolvers that are added the usual way come after Spring's own, and Spring's own
 * would take a {@code Caller} for any {@code Principal} and hand over the {@code Authentication}.
 */
final class CallerResolverInstaller implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof RequestMappingHandlerAdapter adapter) {
            List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>();
            resolvers.add(new CallerArgumentResolver());
            resolvers.add(new LoginArgumentResolver());
            List<HandlerMethodArgumentResolver> others = adapter.getArgumentResolvers();
            if (others != null) {
                resolvers.addAll(others);
            }
            adapter.setArgumentResolvers(resolvers);
        }
        return bean;
    }
}
