/** Guards beside the bare primitives that they are made of, in one run. */
@NullMarked
package dev.keywright.benchmarks;

import org.jspecify.annotations.NullMarked;
