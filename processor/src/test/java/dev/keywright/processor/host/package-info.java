@NullMarked
package dev.keywright.processor.host;

import org.jspecify.annotations.NullMarked;
