package dev.keywright.checks.rules;

/**
 * One row of the catalogue. A rule is a {@link DeclarationRule}, an {@link EndpointRule} or a {@link FlowRule}, or several
 * of them. Rules keep no state between calls: one instance serves a whole analysis, and may serve several.
 */
public interface Rule {

    RuleInfo info();
}
