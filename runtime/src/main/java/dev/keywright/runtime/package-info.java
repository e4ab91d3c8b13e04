/** What generated guards and adapters call: exchange in, verdict out. */
@NullMarked
package dev.keywright.runtime;

import org.jspecify.annotations.NullMarked;
