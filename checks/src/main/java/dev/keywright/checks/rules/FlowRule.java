package dev.keywright.checks.rules;

import dev.keywright.checks.flow.FlowView;

/**
 * A rule about where values travel. Called once for each method, constructor, initializer block and lambda-free field
 * initializer that has code, with everything the engine saw in it, and in the helpers it calls as far as its own
 * values reach.
 */
public interface FlowRule extends Rule {

    void check(FlowView flow, RuleContext context);
}
