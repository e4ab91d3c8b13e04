package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.MethodDecl;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How one framework declares endpoints; the fields are the kinds of lines of {@code frameworks.txt}. */
final class Framework {

    /** A route annotation. {@code method} is a request method, {@code *}, or {@code @attribute}. */
    record Route(String method, List<String> pathAttributes) {}

    /** A method that handlers override; {@code parameter} is the simple type of its first parameter, empty for any. */
    record Override(String name, String method, int arity, String parameter) {

        boolean fits(MethodDecl declared) {
            return declared.name().equals(name)
                    && declared.parameters().size() == arity
                    && (parameter.isEmpty()
                            || declared.parameters()
                                    .get(0)
                                    .varType()
                                    .simpleName()
                                    .equals(parameter));
        }
    }

    final String name;
    final Set<String> handlers = new LinkedHashSet<>();
    final Map<String, List<String>> bases = new LinkedHashMap<>();
    final Map<String, List<String>> paths = new LinkedHashMap<>();
    final Map<String, Route> routes = new LinkedHashMap<>();
    final Map<String, String> verbs = new LinkedHashMap<>();
    final Map<String, List<Override>> overrides = new LinkedHashMap<>();
    boolean locators;

    /** Whether one declaration of a method says all: what it overrides is not asked where it bears annotations itself. */
    boolean oneDeclaration;

    Framework(String name) {
        this.name = name;
    }

    /** Whether any class may hold its routes. */
    boolean anyHandler() {
        return handlers.contains("*");
    }
}
