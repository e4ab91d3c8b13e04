@NullMarked
package dev.keywright.processor.host.javac;

import org.jspecify.annotations.NullMarked;
