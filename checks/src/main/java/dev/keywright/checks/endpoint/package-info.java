/**
 * The HTTP endpoints of a program and the effective policy of each, worked out once over {@code ir}. What frameworks and
 * libraries look like is data: {@code frameworks.txt} and {@code protection.txt} beside the classes.
 */
@NullMarked
package dev.keywright.checks.endpoint;

import org.jspecify.annotations.NullMarked;
