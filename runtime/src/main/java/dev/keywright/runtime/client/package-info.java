/** Signing requests, for callers of protected endpoints. */
@NullMarked
package dev.keywright.runtime.client;

import org.jspecify.annotations.NullMarked;
