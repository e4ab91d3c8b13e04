package dev.keywright.processor.descriptor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint method and what it demands.
 *
 * @param type the binary name of the class whose instances answer
 * @param method the method's name
 * @param parameters its erased parameter types, as {@link Class#getName()} writes them
 * @param framework the framework that calls it
 * @param verbs the HTTP methods that it answers; empty for any
 * @param paths its paths; empty when they are set elsewhere
 * @param access who gets in; null when nothing is declared
 * @param limits all limits that hold
 * @param login how failed log-ins are put off; null when the endpoint is no log-in
 */
public record EndpointDescriptor(
        String type,
        String method,
        List<String> parameters,
        String framework,
        List<String> verbs,
        List<String> paths,
        @Nullable Access access,
        List<Limit> limits,
        @Nullable Login login) {

    public EndpointDescriptor {
        parameters = List.copyOf(parameters);
        verbs = List.copyOf(verbs);
        paths = List.copyOf(paths);
        limits = List.copyOf(limits);
    }

    /** The name for reports, as {@code shop.OrderController#create(shop.NewOrder)}. */
    public String id() {
        return type + "#" + method + "(" + String.join(",", parameters) + ")";
    }

    /** Whether a guard has anything to check before this method. */
    public boolean isGuarded() {
        return (access != null && !access.isPublic()) || !limits.isEmpty() || login != null;
    }
}
