/** Where secrets come from and travel to. */
@NullMarked
package dev.keywright.checks.flow;

import org.jspecify.annotations.NullMarked;
