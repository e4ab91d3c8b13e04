package dev.keywright.checks.report;

import dev.keywright.checks.finding.Location;
import java.util.List;

/**
 * One endpoint, for a table.
 *
 * @param method the HTTP method, {@code *} for any
 * @param handler the type and method that answer it
 * @param guard how callers prove who they are, in words
 * @param access whether it is guarded
 * @param scopes that a caller needs
 * @param limits on its rate
 * @param security what a caller presents: all of one of these; empty when nothing is asked for
 */
public record EndpointRow(
        String method,
        String path,
        String handler,
        String guard,
        Access access,
        List<String> scopes,
        List<String> limits,
        Location location,
        List<List<SecurityScheme>> security) {

    /** Whether an endpoint is guarded. */
    public enum Access {
        GUARDED,
        PUBLIC,
        OPEN
    }

    public EndpointRow {
        scopes = List.copyOf(scopes);
        limits = List.copyOf(limits);
        security = security.stream().map(List::copyOf).toList();
    }
}
