/** Bearer tokens that the application itself issues, and whoever else verifies bearer tokens. */
@NullMarked
package dev.keywright.runtime.token;

import org.jspecify.annotations.NullMarked;
