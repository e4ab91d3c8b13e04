/** API keys: their format, their records at rest and the stores that hold them. */
@NullMarked
package dev.keywright.runtime.key;

import org.jspecify.annotations.NullMarked;
