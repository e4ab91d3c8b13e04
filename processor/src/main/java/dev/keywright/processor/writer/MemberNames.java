package dev.keywright.processor.writer;

import dev.keywright.processor.descriptor.EndpointDescriptor;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Distinct names for the members of a guard: {@code create}, {@code create2} and {@code CREATE}, {@code CREATE_2}. */
final class MemberNames {

    private MemberNames() {}

    static Map<EndpointDescriptor, String> methods(List<EndpointDescriptor> endpoints) {
        // A number that is tacked on must not run into a method of that very name.
        Set<String> declared = new HashSet<>();
        endpoints.forEach(endpoint -> declared.add(endpoint.method()));
        Set<String> taken = new HashSet<>();
        Map<EndpointDescriptor, String> names = new LinkedHashMap<>();
        for (EndpointDescriptor endpoint : endpoints) {
            String name = endpoint.method();
            for (int i = 2; !taken.add(name); i++) {
                String candidate = endpoint.method() + i;
                name = declared.contains(candidate) ? name : candidate;
            }
            names.put(endpoint, name);
        }
        return names;
    }

    static Map<EndpointDescriptor, String> constants(
            List<EndpointDescriptor> endpoints, Map<EndpointDescriptor, String> methods) {
        Set<String> taken = new HashSet<>();
        Map<EndpointDescriptor, String> names = new LinkedHashMap<>();
        for (EndpointDescriptor endpoint : endpoints) {
            String base = constant(methods.getOrDefault(endpoint, endpoint.method()));
            String name = base;
            for (int i = 2; !taken.add(name); i++) {
                name = base + "_" + i;
            }
            names.put(endpoint, name);
        }
        return names;
    }

    private static String constant(String method) {
        return method.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([a-z])([0-9])", "$1_$2")
                .toUpperCase(Locale.ROOT);
    }
}
