/** What every implementation of a store must hold to, as tests to extend. */
@NullMarked
package dev.keywright.runtime.contract;

import org.jspecify.annotations.NullMarked;
