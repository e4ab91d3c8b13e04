/** Rate limits in memory. Internal. */
@NullMarked
package dev.keywright.runtime.limit;

import org.jspecify.annotations.NullMarked;
