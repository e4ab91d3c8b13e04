package dev.keywright.adapters.spring;

import dev.keywright.runtime.StartRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Shows a refused start as Spring Boot shows what its users can mend: without a stack trace. */
public final class KeywrightFailureAnalyzer implements FailureAnalyzer {

    /** For Spring Boot, which finds this class in spring.factories. */
    public KeywrightFailureAnalyzer() {}

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefusedException || cause instanceof SpringStartRefusedException) {
                return new FailureAnalysis(cause.getMessage(), Messages.startRefusedAction(), cause);
            }
        }
        return null;
    }
}
