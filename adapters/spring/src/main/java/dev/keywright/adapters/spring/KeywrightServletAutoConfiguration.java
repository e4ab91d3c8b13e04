package dev.keywright.adapters.spring;

import dev.keywright.runtime.Keywright;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.DispatcherServlet;

/** Puts the filters and the second door into a servlet application with Spring MVC. */
@AutoConfiguration(after = KeywrightAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
public class KeywrightServletAutoConfiguration {

    /** For Spring. */
    public KeywrightServletAutoConfiguration() {}

    @Bean
    StartCheck keywrightStartCheck(
            ApplicationContext context,
            ObjectProvider<Keywright> keywright,
            ObjectProvider<SecondDoor> door,
            KeywrightProperties properties) {
        return new StartCheck(context, keywright::getObject, door::getObject, properties);
    }

    @Bean
    Door keywrightDoor(Keywright keywright, ObjectProvider<StartCheck> check, KeywrightProperties properties) {
        return new Door(keywright, SingletonSupplier.of(() -> check.getObject().guards()), properties.unannotated());
    }

    @Bean
    SecondDoor keywrightSecondDoor(Door door, ApplicationContext context, ObjectProvider<CallerPublisher> publisher) {
        return new SecondDoor(
                door,
                SingletonSupplier.of(() -> StartCheck.adaptersExceptOurs(context)),
                publisher.getIfAvailable(CallerPublisher::none));
    }

    @Bean
    static CallerResolverInstaller keywrightCallerResolverInstaller() {
        return new CallerResolverInstaller();
    }

    @Bean
    FilterRegistrationBean<GuardFilter> keywrightFirstFilter(Door door, ApplicationContext context) {
        return registration(
                GuardFilter.first(door, SingletonSupplier.of(() -> new HandlerFinder(context))),
                "keywrightFirstFilter",
                KeywrightSpring.FILTER_ORDER);
    }

    @Bean
    FilterRegistrationBean<GuardFilter> keywrightLastFilter(Door door, ApplicationContext context) {
        FilterRegistrationBean<GuardFilter> last = registration(
                GuardFilter.last(door, SingletonSupplier.of(() -> new HandlerFinder(context))),
                "keywrightLastFilter",
                Ordered.LOWEST_PRECEDENCE);
        // Filters without an order share the lowest precedence; the container puts this one behind them.
        last.setMatchAfter(true);
        return last;
    }

    private static FilterRegistrationBean<GuardFilter> registration(GuardFilter filter, String name, int order) {
        FilterRegistrationBean<GuardFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setName(name);
        registration.setOrder(order);
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        registration.setUrlPatterns(List.of("/*"));
        registration.setAsyncSupported(true);
        return registration;
    }
}
