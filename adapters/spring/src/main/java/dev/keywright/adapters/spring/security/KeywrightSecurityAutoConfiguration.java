package dev.keywright.adapters.spring.security;

import dev.keywright.adapters.spring.CallerPublisher;
import dev.keywright.adapters.spring.KeywrightServletAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.context.SecurityContextHolder;

/** Publishes callers to Spring Security, where it is present. */
@AutoConfiguration(before = KeywrightServletAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(SecurityContextHolder.class)
public class KeywrightSecurityAutoConfiguration {

    /** For Spring. */
    public KeywrightSecurityAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    CallerPublisher keywrightCallerPublisher() {
        return new SecurityContextPublisher();
    }
}
