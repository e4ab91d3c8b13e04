/** Questions about the compiler's model that its own interfaces leave unanswered. */
@NullMarked
package dev.keywright.processor.model;

import org.jspecify.annotations.NullMarked;
