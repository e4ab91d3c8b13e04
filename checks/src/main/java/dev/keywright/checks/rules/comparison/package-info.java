/** Comparisons of secrets that tell by their time how much of a guess was right. */
@NullMarked
package dev.keywright.checks.rules.comparison;

import org.jspecify.annotations.NullMarked;
