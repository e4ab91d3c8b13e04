/** Rules about how credentials travel: TLS, its verification, and what the wire's own logging shows. */
@NullMarked
package dev.keywright.checks.rules.transport;

import org.jspecify.annotations.NullMarked;
