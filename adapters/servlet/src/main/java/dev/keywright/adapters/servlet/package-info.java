/** What every adapter on Jakarta Servlet shares: the exchange, the replayed body, the answer to a refused request. */
@NullMarked
package dev.keywright.adapters.servlet;

import org.jspecify.annotations.NullMarked;
