package dev.keywright.runtime;

import java.util.List;

/** One guarded method: its policy, its signature and the check to run before it. Immutable. */
public final class GuardedEndpoint {

    private final EndpointPolicy policy;
    private final String method;
    private final List<String> erasedParameterTypes;
    private final Check check;

    /**
     * Describes a guarded method.
     *
     * @param policy what the check enforces
     * @param method the name of the method
     * @param erasedParameterTypes its parameter types, erased, as {@link Class#getName()} writes them
     * @param check the guard's method for it
     */
    public GuardedEndpoint(EndpointPolicy policy, String method, List<String> erasedParameterTypes, Check check) {
        this.policy = policy;
        this.method = method;
        this.erasedParameterTypes = List.copyOf(erasedParameterTypes);
        this.check = check;
    }

    public EndpointPolicy policy() {
        return policy;
    }

    public String method() {
        return method;
    }

    public List<String> erasedParameterTypes() {
        return erasedParameterTypes;
    }

    /** Runs the check. Call it once per exchange, before anything reads the body. */
    public Verdict check(Exchange exchange) {
        return check.check(exchange);
    }

    @Override
    public String toString() {
        return policy.endpoint();
    }

    /** A guard's method for one endpoint. */
    @FunctionalInterface
    public interface Check {

        /** Decides about one exchange; never returns null. */
        Verdict check(Exchange exchange);
    }
}
