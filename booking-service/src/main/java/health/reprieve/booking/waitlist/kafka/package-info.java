/** Offers as published news. */
@NullMarked
package health.reprieve.booking.waitlist.kafka;

import org.jspecify.annotations.NullMarked;
