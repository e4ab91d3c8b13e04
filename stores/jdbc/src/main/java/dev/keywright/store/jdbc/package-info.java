/** API keys and tokens in PostgreSQL or H2, for one node or many. */
@NullMarked
package dev.keywright.store.jdbc;

import org.jspecify.annotations.NullMarked;
