/** Audit events as structured fields, through SLF4J. */
@NullMarked
package dev.keywright.adapters.slf4j;

import org.jspecify.annotations.NullMarked;
