/** The command line. */
@NullMarked
package dev.keywright.cli;

import org.jspecify.annotations.NullMarked;
