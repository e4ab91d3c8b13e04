/** What a user writes on endpoints and values. Depends on nothing. */
package dev.keywright.annotations;
