/**
 * Any Java source → ir, without compiler and class path: what is missing is guessed from imports, or said to be unknown.
 * The only package that knows JavaParser.
 */
@NullMarked
package dev.keywright.checks.frontend.javaparser;

import org.jspecify.annotations.NullMarked;
