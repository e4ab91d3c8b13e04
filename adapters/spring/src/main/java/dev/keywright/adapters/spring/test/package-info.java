/**
 * MockMvc tests of guarded endpoints. What is here acts only in a test: it comes with {@code @AutoConfigureMockMvc} (and so
 * with {@code @WebMvcTest}), which no application that is started has.
 */
@NullMarked
package dev.keywright.adapters.spring.test;

import org.jspecify.annotations.NullMarked;
