package dev.keywright.checks.rules;

import dev.keywright.checks.ir.TypeDecl;

/** A rule about declarations. Called once for each type: nested, local and anonymous ones included. */
public interface DeclarationRule extends Rule {

    void check(TypeDecl type, RuleContext context);
}
