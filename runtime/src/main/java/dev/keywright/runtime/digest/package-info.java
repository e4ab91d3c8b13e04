/** SHA-256, HMAC-SHA-256 and the comparison of what they give. Internal. */
@NullMarked
package dev.keywright.runtime.digest;

import org.jspecify.annotations.NullMarked;
