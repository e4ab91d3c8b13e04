/** How failed log-ins are counted and put off. */
@NullMarked
package dev.keywright.runtime.login;

import org.jspecify.annotations.NullMarked;
