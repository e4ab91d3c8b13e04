/** Keywright in Spring Boot: guards before Spring MVC's handlers, configured by {@code keywright.*} properties. */
@NullMarked
package dev.keywright.adapters.spring;

import org.jspecify.annotations.NullMarked;
