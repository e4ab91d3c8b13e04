/** Secrets that leave the program where they should not: logs, URLs, errors, texts, responses. */
@NullMarked
package dev.keywright.checks.rules.leak;

import org.jspecify.annotations.NullMarked;
