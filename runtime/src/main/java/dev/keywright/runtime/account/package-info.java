/** Which account a request logs in to, and whether it may try now. Internal. */
@NullMarked
package dev.keywright.runtime.account;

import org.jspecify.annotations.NullMarked;
