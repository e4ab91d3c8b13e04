/** From annotation mirrors to validated declarations. Every mistake becomes a problem at the very attribute. */
@NullMarked
package dev.keywright.processor.declaration;

import org.jspecify.annotations.NullMarked;
