/** Where the secrets for signatures come from. */
@NullMarked
package dev.keywright.runtime.secret;

import org.jspecify.annotations.NullMarked;
