package dev.keywright.checks.rules;

import dev.keywright.checks.flow.FlowView;
import dev.keywright.checks.flow.Lead;
import dev.keywright.checks.models.SecretNames;

/**
 * A rule about where values travel. Called once for each method, constructor, initializer block and lambda-free field
 * initializer that has code and may concern a rule, with everything the engine saw in it, and in the helpers it calls as far as its own
 * values reach.
 */
public interface FlowRule extends Rule {

    void check(FlowView flow, RuleContext context);

    /**
     * Whether a word may make the rule report in a method that no secret reaches. A method that holds no secret by any name or
     * library that the engine knows, that hands nothing to a place for keys or algorithms, and that holds no such word, is not
     * shown to the rule. Asked once for each word of a program.
     *
     * @param word an identifier, or the text of a literal
     * @param names what names mean, the project's own words included
     */
    default Lead lead(String word, boolean literal, SecretNames names) {
        return Lead.NO;
    }
}
