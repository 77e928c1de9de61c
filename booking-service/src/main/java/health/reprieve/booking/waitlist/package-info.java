/** Who waits for a time, in which order, and what they are offered. */
@NullMarked
package health.reprieve.booking.waitlist;

import org.jspecify.annotations.NullMarked;
