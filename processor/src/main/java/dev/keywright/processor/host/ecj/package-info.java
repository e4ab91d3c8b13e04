/**
 * Runs the analyzer inside ecj, which knows processors and no plugins. Names neither {@code com.sun.source}, which a runtime
 * without {@code jdk.compiler} does not have, nor ecj's own classes, which change: those are reached by reflection, and the
 * public API serves where that fails.
 */
@NullMarked
package dev.keywright.processor.host.ecj;

import org.jspecify.annotations.NullMarked;
