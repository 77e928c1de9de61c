/** The day's numbers from PostgreSQL. */
@NullMarked
package health.reprieve.booking.today.postgres;

import org.jspecify.annotations.NullMarked;
