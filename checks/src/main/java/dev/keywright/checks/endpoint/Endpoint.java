package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.MethodDecl;
import dev.keywright.checks.ir.SourceFile;
import dev.keywright.checks.ir.Span;
import dev.keywright.checks.ir.TypeDecl;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP endpoint: a method of a class that a framework calls for requests, or a function that a call registers.
 *
 * @param type the class whose instances answer
 * @param method the method that runs; a supertype may declare it
 * @param declarations the method and what it overrides as far as the framework asks these for annotations, nearest first
 * @param file the file of {@code type}
 * @param framework as named in {@code frameworks.txt} or {@code routers.txt}; {@code configured} for routes of the user's own
 * @param methods the request methods it answers; empty when it answers any
 * @param paths absolute, without the application's own prefix; placeholders as written; empty when they are declared
 *     elsewhere
 * @param policy what guards and limits it
 * @param module the module it is part of
 * @param registration the handler in the call that registers the route; null for routes that are declared
 */
public record Endpoint(
        TypeDecl type,
        MethodDecl method,
        List<MethodDecl> declarations,
        SourceFile file,
        String framework,
        Set<HttpMethod> methods,
        List<String> paths,
        EffectivePolicy policy,
        ModuleFacts module,
        @Nullable Span registration) {

    public Endpoint {
        declarations = List.copyOf(declarations);
        methods = Set.copyOf(methods);
        paths = List.copyOf(paths);
    }

    /** Where a finding about the endpoint points: the registered handler, the method's name, or the class's when the method is inherited. */
    public Span anchor() {
        if (registration != null) {
            return registration;
        }
        return method.owner().equals(type.name()) ? method.nameSpan() : type.nameSpan();
    }

    /** The endpoint in words, as {@code POST /orders} or {@code OrderServlet.doPost}. */
    public String described() {
        String verbs =
                String.join("|", methods.stream().sorted().map(Enum::name).toList());
        if (paths.isEmpty()) {
            // An anonymous class has a number for a name: say whose it is.
            return type.name().substring(type.name().lastIndexOf('.') + 1) + "." + method.name();
        }
        return verbs.isEmpty() ? paths.get(0) : verbs + " " + paths.get(0);
    }
}
