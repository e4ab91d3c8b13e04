/** State that several nodes share, in Redis or Valkey. */
@NullMarked
package dev.keywright.store.redis;

import org.jspecify.annotations.NullMarked;
