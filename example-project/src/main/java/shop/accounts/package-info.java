/** Log-ins that give tokens, and what tokens open. */
@NullMarked
package shop.accounts;

import org.jspecify.annotations.NullMarked;
