/** The small languages inside annotation values, parsed once for the processor, the runtime and the rules alike. */
package dev.keywright.annotations.internal.grammar;
