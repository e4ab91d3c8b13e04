/** What a guard is to enforce, free of the compiler's types. */
@NullMarked
package dev.keywright.processor.descriptor;

import org.jspecify.annotations.NullMarked;
