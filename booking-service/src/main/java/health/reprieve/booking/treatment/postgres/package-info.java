/** Treatments in PostgreSQL. */
@NullMarked
package health.reprieve.booking.treatment.postgres;

import org.jspecify.annotations.NullMarked;
