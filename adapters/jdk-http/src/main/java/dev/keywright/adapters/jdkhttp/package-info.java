/** Guards before the handlers of {@code com.sun.net.httpserver}. */
@NullMarked
package dev.keywright.adapters.jdkhttp;

import org.jspecify.annotations.NullMarked;
