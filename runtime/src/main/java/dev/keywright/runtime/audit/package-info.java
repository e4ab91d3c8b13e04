/** What happened, for logs, metrics and whoever watches. */
@NullMarked
package dev.keywright.runtime.audit;

import org.jspecify.annotations.NullMarked;
