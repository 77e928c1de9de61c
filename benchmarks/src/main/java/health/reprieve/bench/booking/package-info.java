/** How fast bookings are, beside the bare statement. */
@NullMarked
package health.reprieve.bench.booking;

import org.jspecify.annotations.NullMarked;
