@NullMarked
package dev.keywright.checks.frontend.javac;

import org.jspecify.annotations.NullMarked;
