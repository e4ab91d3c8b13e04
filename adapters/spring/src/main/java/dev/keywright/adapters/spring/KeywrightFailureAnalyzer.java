package dev.keywright.adapters.spring;

import dev.keywright.runtime.StartRefusedException;
import dev.keywright.runtime.token.TokenService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Shows a refused start as Spring Boot shows what its users can mend: without a stack trace. First of all analyzers, since it
 * knows what makes a {@code TokenService}, which Spring Boot's own does not.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class KeywrightFailureAnalyzer implements FailureAnalyzer {

    /** For Spring Boot, which finds this class in spring.factories. */
    public KeywrightFailureAnalyzer() {}

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefusedException || cause instanceof SpringStartRefusedException) {
                return new FailureAnalysis(cause.getMessage(), Messages.startRefusedAction(), cause);
            }
            if (cause instanceof NoSuchBeanDefinitionException missing && missing.getBeanType() == TokenService.class) {
                return new FailureAnalysis(Messages.noTokenService(), Messages.noTokenServiceAction(), cause);
            }
        }
        return null;
    }
}
