/** Writes what an analysis found: text, SARIF 2.1.0, JSON, GitHub annotations, HTML. */
@NullMarked
package dev.keywright.checks.report;

import org.jspecify.annotations.NullMarked;
