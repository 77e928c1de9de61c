/** The waiting list in PostgreSQL. */
@NullMarked
package health.reprieve.booking.waitlist.postgres;

import org.jspecify.annotations.NullMarked;
