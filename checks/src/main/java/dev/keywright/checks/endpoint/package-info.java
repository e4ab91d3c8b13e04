/** The routes of a program and the effective policy of each. */
@NullMarked
package dev.keywright.checks.endpoint;

import org.jspecify.annotations.NullMarked;
