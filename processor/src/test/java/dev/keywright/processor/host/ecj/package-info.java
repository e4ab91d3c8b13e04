@NullMarked
package dev.keywright.processor.host.ecj;

import org.jspecify.annotations.NullMarked;
