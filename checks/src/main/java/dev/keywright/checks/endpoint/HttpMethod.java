package dev.keywright.checks.endpoint;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A request method of RFC 9110 or RFC 5789. */
public enum HttpMethod {
    GET,
    HEAD,
    POST,
    PUT,
    PATCH,
    DELETE,
    OPTIONS,
    TRACE;

    private static final Set<HttpMethod> WRITING = Set.of(POST, PUT, PATCH, DELETE);

    /** Whether requests of this method are meant to change something. */
    public boolean writes() {
        return WRITING.contains(this);
    }

    /** The method of that name; empty for methods that are not listed here. */
    static Optional<HttpMethod> of(String name) {
        return Arrays.stream(values())
                .filter(method -> method.name().equals(name))
                .findAny();
    }
}
