/** From descriptors to source. The only user of JavaPoet. */
@NullMarked
package dev.keywright.processor.writer;

import org.jspecify.annotations.NullMarked;
