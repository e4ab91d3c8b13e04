package dev.keywright.checks.endpoint;

import dev.keywright.checks.ir.Expr;
import java.util.List;
import java.util.Set;

/**
 * A route that a call registers.
 *
 * @param framework as named in {@code routers.txt}
 * @param methods the request methods it answers; empty when it answers any
 * @param paths as {@link Endpoint#paths}
 * @param handler what answers: a lambda, a method reference or an object
 * @param call the call that registers it
 * @param guarded whether a handler before it, a filter of its router or a wrapper around it seems to ask who calls
 */
public record Registration(
        String framework, Set<HttpMethod> methods, List<String> paths, Expr handler, Expr.Call call, boolean guarded) {

    public Registration {
        methods = Set.copyOf(methods);
        paths = List.copyOf(paths);
    }
}
