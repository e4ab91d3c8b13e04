package dev.keywright.checks.endpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What else than Keywright protects and limits endpoints: the table {@code protection.txt}. */
final class Protections {

    /** An attribute whose value may leave the endpoint open all the same. */
    record Opening(String attribute, List<String> values) {}

    static final Protections KNOWN = new Protections();

    final Map<String, Opening> protecting = new HashMap<>();
    final Set<String> opening = new HashSet<>();
    final Set<String> parameters = new HashSet<>();
    final Set<String> limits = new HashSet<>();
    final List<String> limiters = new ArrayList<>();
    final Set<String> securityAnnotations = new HashSet<>();
    final Set<String> securityTypes = new HashSet<>();
    final Set<String> securityReturns = new HashSet<>();
    final Set<String> filters = new HashSet<>();
    final Set<String> clients = new HashSet<>();
    private final List<String> libraries = new ArrayList<>();

    private Protections() {
        for (List<String> fact : Facts.read(Protections.class, "protection.txt")) {
            String type = fact.get(1);
            switch (fact.get(0)) {
                case "protect" ->
                    protecting.put(
                            type,
                            fact.size() < 4
                                    ? new Opening("", List.of())
                                    : new Opening(
                                            fact.get(2), List.of(fact.get(3).split("\\|"))));
                case "open" -> opening.add(type);
                case "parameter" -> parameters.add(type);
                case "limit" -> limits.add(type);
                case "limiter" -> limiters.add(type);
                case "filter" -> filters.add(type);
                case "client" -> clients.add(type);
                case "library" -> libraries.add(type);
                case "security" -> security(type).add(fact.get(2));
                default -> throw new IllegalStateException("protection.txt: " + fact);
            }
        }
    }

    private Set<String> security(String kind) {
        return switch (kind) {
            case "annotation" -> securityAnnotations;
            case "type" -> securityTypes;
            case "returns" -> securityReturns;
            default -> throw new IllegalStateException("protection.txt: security " + kind);
        };
    }

    /** Whether a type, or what an import names, is part of a library that limits rates. */
    boolean isLimiter(String qualifiedName) {
        return startsWithOne(qualifiedName, limiters);
    }

    /** Whether a type is part of the platform or of a library, on whose types no user's annotation stands. */
    boolean isLibrary(String qualifiedName) {
        return startsWithOne(qualifiedName, libraries);
    }

    private static boolean startsWithOne(String qualifiedName, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (qualifiedName.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
