/** The two annotation processors: one writes guards, the other lists endpoints. */
@NullMarked
package dev.keywright.processor;

import org.jspecify.annotations.NullMarked;
