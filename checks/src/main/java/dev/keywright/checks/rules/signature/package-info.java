/**
 * Rules about verifying what a caller signed: does the signature cover the body, can it be replayed, can its check be
 * walked around, is a token verified at all. They read a method as a whole, by {@link
 * dev.keywright.checks.flow.Slice}: what each value is made from, whatever the order of statements.
 */
@NullMarked
package dev.keywright.checks.rules.signature;

import org.jspecify.annotations.NullMarked;
