/** How each signature scheme reads a request and verifies it. Not exported: guards drive it, users name schemes. */
@NullMarked
package dev.keywright.runtime.scheme;

import org.jspecify.annotations.NullMarked;
