/** Nonces that were used. */
@NullMarked
package dev.keywright.runtime.replay;

import org.jspecify.annotations.NullMarked;
