/** What libraries do, as data: sources, sinks, sanitizers, loggers. */
@NullMarked
package dev.keywright.checks.models;

import org.jspecify.annotations.NullMarked;
