/** What a project says about itself in {@code keywright.toml}. */
@NullMarked
package dev.keywright.checks.config;

import org.jspecify.annotations.NullMarked;
