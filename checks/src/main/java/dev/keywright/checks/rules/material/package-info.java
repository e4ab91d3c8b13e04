/** What secrets are made of and how they are kept: literals, defaults, random numbers, storage, look-ups, algorithms. */
@NullMarked
package dev.keywright.checks.rules.material;

import org.jspecify.annotations.NullMarked;
