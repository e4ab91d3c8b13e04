package dev.keywright.checks.rules;

import dev.keywright.checks.endpoint.Endpoint;

/** A rule about endpoints. Called once for each endpoint that the program declares. */
public interface EndpointRule extends Rule {

    void check(Endpoint endpoint, RuleContext context);
}
