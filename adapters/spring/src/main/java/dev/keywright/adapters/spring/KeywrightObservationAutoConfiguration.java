package dev.keywright.adapters.spring;

import dev.keywright.adapters.micrometer.KeywrightMetrics;
import dev.keywright.adapters.slf4j.Slf4jAuditSink;
import dev.keywright.runtime.Keywright;
import dev.keywright.runtime.audit.AuditSink;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * What others see of guards, each where the application has it: metrics in its {@code MeterRegistry} with
 * keywright-micrometer, audit events as structured log entries with keywright-slf4j, stores in the health endpoint.
 */
@AutoConfiguration(before = KeywrightAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class KeywrightObservationAutoConfiguration {

    /** For Spring. */
    public KeywrightObservationAutoConfiguration() {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({KeywrightMetrics.class, MeterRegistry.class})
    static class Metrics {

        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        KeywrightCustomizer keywrightMetricsCustomizer(ObjectProvider<MeterRegistry> registry) {
            return builder -> registry.ifUnique(unique -> builder.observer(new KeywrightMetrics(unique)));
        }

        @Bean
        SmartInitializingSingleton keywrightStoreGauges(
                ObjectProvider<MeterRegistry> registry, ObjectProvider<Keywright> keywright) {
            return () -> registry.ifUnique(
                    unique -> keywright.ifUnique(watched -> new KeywrightMetrics(unique).watch(watched)));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Slf4jAuditSink.class)
    static class StructuredAudit {

        @Bean
        @ConditionalOnMissingBean(AuditSink.class)
        Slf4jAuditSink keywrightAuditSink() {
            return new Slf4jAuditSink(false);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
    static class HealthOfSpringBoot3 {

        @Bean
        @ConditionalOnMissingBean(name = "keywrightHealthIndicator")
        StoreHealth.SpringBoot3 keywrightHealthIndicator(ObjectProvider<Keywright> keywright) {
            return new StoreHealth.SpringBoot3(keywright::getObject);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
    static class HealthOfSpringBoot4 {

        @Bean
        @ConditionalOnMissingBean(name = "keywrightHealthIndicator")
        StoreHealth.SpringBoot4 keywrightHealthIndicator(ObjectProvider<Keywright> keywright) {
            return new StoreHealth.SpringBoot4(keywright::getObject);
        }
    }
}
