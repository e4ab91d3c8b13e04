package dev.keywright.processor.declaration;

import dev.keywright.processor.descriptor.EndpointDescriptor;
import dev.keywright.processor.descriptor.GuardDescriptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about one class.
 *
 * @param problems what is wrong with it
 * @param guard the guard to write; null when there is nothing to guard, or when something is wrong
 * @param endpoints all its endpoints, those without any declaration too
 */
public record ClassReport(List<Problem> problems, @Nullable GuardDescriptor guard, List<EndpointDescriptor> endpoints) {

    static final ClassReport NOTHING = new ClassReport(List.of(), null, List.of());

    public ClassReport {
        problems = List.copyOf(problems);
        endpoints = List.copyOf(endpoints);
    }
}
