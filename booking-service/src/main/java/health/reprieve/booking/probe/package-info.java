/** Bookings that the house makes for itself, again and again, to see that it can. */
@NullMarked
package health.reprieve.booking.probe;

import org.jspecify.annotations.NullMarked;
