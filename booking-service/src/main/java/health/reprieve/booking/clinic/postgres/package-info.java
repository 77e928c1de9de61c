/** Clinics in PostgreSQL. */
@NullMarked
package health.reprieve.booking.clinic.postgres;

import org.jspecify.annotations.NullMarked;
