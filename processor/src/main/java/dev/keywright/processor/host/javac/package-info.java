/** Runs the analyzer inside javac. The only room of this module that names {@code com.sun.source}. */
@NullMarked
package dev.keywright.processor.host.javac;

import org.jspecify.annotations.NullMarked;
