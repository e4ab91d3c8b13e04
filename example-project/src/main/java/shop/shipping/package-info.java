/** Shipping. */
@NullMarked
package shop.shipping;

import org.jspecify.annotations.NullMarked;
