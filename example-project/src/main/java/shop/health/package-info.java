/** Health. */
@NullMarked
package shop.health;

import org.jspecify.annotations.NullMarked;
