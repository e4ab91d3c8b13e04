package dev.keywright.checks.rules.signature;

import dev.keywright.checks.ir.Expr;
import java.util.List;

/**
 * One place where a method compares a signature that it was given with one that it computed.
 *
 * @param comparison the comparison, or the call of a helper that compares
 * @param computed the call that computes the expected signature; the comparison itself when a helper computes it
 * @param inputs what the computed signature covers
 * @param presented the signature that was given
 */
record Verification(Expr.Call comparison, Expr.Call computed, List<Expr> inputs, Expr presented) {

    Verification {
        inputs = List.copyOf(inputs);
    }
}
