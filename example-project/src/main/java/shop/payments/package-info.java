/** Payments. */
@NullMarked
package shop.payments;

import org.jspecify.annotations.NullMarked;
