/**
 * The javac front end: {@code com.sun.source} trees, attributed by the compiler, become {@code ir}. The only room of this
 * module that names {@code com.sun.source}; it must not be loaded where there is no {@code jdk.compiler}.
 */
@NullMarked
package dev.keywright.checks.frontend.javac;

import org.jspecify.annotations.NullMarked;
