/** Structured fields (RFC 9651), as strictly as signatures need them. Not exported. */
@NullMarked
package dev.keywright.runtime.fields;

import org.jspecify.annotations.NullMarked;
