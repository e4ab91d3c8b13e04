/** The list of endpoints, {@code META-INF/keywright/endpoints.json}. */
@NullMarked
package dev.keywright.processor.index;

import org.jspecify.annotations.NullMarked;
