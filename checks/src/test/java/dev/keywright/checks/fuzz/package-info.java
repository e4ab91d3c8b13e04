/** Mutated sources and settings, given to the whole analyzer: nothing may crash, nothing may hang. */
package dev.keywright.checks.fuzz;
