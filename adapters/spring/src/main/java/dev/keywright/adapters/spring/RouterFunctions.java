package dev.keywright.adapters.spring;

import java.util.List;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;

/** Functional routes: their handlers are lambdas, which cannot be annotated. */
final class RouterFunctions {

    private RouterFunctions() {}

    /** One line per route of a mapping that has any. */
    static List<String> describe(HandlerMapping mapping) {
        if (!(mapping instanceof RouterFunctionMapping functions) || functions.getRouterFunction() == null) {
            return List.of();
        }
        return String.valueOf(functions.getRouterFunction())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
