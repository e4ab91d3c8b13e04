package dev.keywright.adapters.spring;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** Refuses to start a reactive application with annotated handlers, since nothing would enforce the annotations. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class KeywrightReactiveAutoConfiguration {

    /** For Spring. */
    public KeywrightReactiveAutoConfiguration() {}

    @Bean
    SmartInitializingSingleton keywrightReactiveRefusal(ApplicationContext context) {
        return () -> {
            List<String> problems =
                    AnnotatedBeans.all(context).stream().map(Messages::reactive).toList();
            if (!problems.isEmpty()) {
                throw new SpringStartRefusedException(problems);
            }
        };
    }
}
