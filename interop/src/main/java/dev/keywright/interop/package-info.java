/** One endpoint for each signature scheme, on the JDK's own server. */
@NullMarked
package dev.keywright.interop;

import org.jspecify.annotations.NullMarked;
