/** Addresses, networks and forwarding headers. Internal. */
@NullMarked
package dev.keywright.runtime.net;

import org.jspecify.annotations.NullMarked;
