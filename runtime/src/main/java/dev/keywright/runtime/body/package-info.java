/** Reading request bodies within bounds; for adapters. */
@NullMarked
package dev.keywright.runtime.body;

import org.jspecify.annotations.NullMarked;
