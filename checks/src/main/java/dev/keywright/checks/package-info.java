/** The analyzer's front door: {@link dev.keywright.checks.Analyzer}. */
@NullMarked
package dev.keywright.checks;

import org.jspecify.annotations.NullMarked;
