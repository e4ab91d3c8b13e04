/** Shows what Keywright does: the twin's compile errors, and real calls of the running shop. */
@NullMarked
package shop.demo;

import org.jspecify.annotations.NullMarked;
