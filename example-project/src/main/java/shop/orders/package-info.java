/** Orders. */
@NullMarked
package shop.orders;

import org.jspecify.annotations.NullMarked;
