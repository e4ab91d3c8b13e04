/**
 * The list of endpoints, {@code META-INF/keywright/endpoints.json}: those that annotations declare. A route that a call
 * registers (a {@code RouterFunction}, Vert.x, Javalin) stands in a body, which annotation processing does not see; the
 * analyzer and the command line's {@code endpoints} know these, this list does not.
 */
@NullMarked
package dev.keywright.processor.index;

import org.jspecify.annotations.NullMarked;
