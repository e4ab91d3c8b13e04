/** Rules about whole endpoints: who may call them, how often, and around what. */
@NullMarked
package dev.keywright.checks.rules.endpoint;

import org.jspecify.annotations.NullMarked;
