/** The caller as Spring Security's Authentication. Only loaded where Spring Security is present. */
@NullMarked
package dev.keywright.adapters.spring.security;

import org.jspecify.annotations.NullMarked;
