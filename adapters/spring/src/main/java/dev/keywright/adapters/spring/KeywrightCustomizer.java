package dev.keywright.adapters.spring;

import dev.keywright.runtime.Keywright;

/** Changes what properties and beans have configured, just before it is built. Any number of beans, in their order. */
@FunctionalInterface
public interface KeywrightCustomizer {

    /** Changes the configuration. */
    void customize(Keywright.Builder builder);
}
