package dev.keywright.adapters.spring;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether {@code keywright.redis.uri} is set. Not its value, which holds a password: Spring's own condition quotes it when it
 * cannot resolve a placeholder in it.
 */
final class OnRedisUri implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return context.getEnvironment().containsProperty("keywright.redis.uri");
    }
}
