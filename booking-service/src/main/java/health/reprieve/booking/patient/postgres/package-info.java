/** Patients in PostgreSQL. */
@NullMarked
package health.reprieve.booking.patient.postgres;

import org.jspecify.annotations.NullMarked;
