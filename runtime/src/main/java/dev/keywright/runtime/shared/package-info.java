/** What several nodes share: the interfaces that a store for them implements. */
@NullMarked
package dev.keywright.runtime.shared;

import org.jspecify.annotations.NullMarked;
