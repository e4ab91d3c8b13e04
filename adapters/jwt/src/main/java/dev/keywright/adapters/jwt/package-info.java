/** JWTs as bearer tokens, verified with nimbus-jose-jwt. */
@NullMarked
package dev.keywright.adapters.jwt;

import org.jspecify.annotations.NullMarked;
