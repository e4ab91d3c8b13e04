/** Rules about who the caller is taken for: an address that he writes himself, an account whose existence is told. */
@NullMarked
package dev.keywright.checks.rules.caller;

import org.jspecify.annotations.NullMarked;
