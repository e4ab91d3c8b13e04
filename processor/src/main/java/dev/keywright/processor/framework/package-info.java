/** Which classes a web framework calls, by which of their methods, and under which routes. */
@NullMarked
package dev.keywright.processor.framework;

import org.jspecify.annotations.NullMarked;
