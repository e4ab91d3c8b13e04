/** Metrics of guards, through Micrometer. */
@NullMarked
package dev.keywright.adapters.micrometer;

import org.jspecify.annotations.NullMarked;
