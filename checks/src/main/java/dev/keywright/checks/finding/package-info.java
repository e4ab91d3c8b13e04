/** What the analysis has to say: findings, and what it could not decide. */
@NullMarked
package dev.keywright.checks.finding;

import org.jspecify.annotations.NullMarked;
