/** Signature schemes. */
@NullMarked
package dev.keywright.runtime.signature;

import org.jspecify.annotations.NullMarked;
