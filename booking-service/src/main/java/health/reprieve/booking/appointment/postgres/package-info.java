/** Appointments and reservations in PostgreSQL, which decides who wins a time. */
@NullMarked
package health.reprieve.booking.appointment.postgres;

import org.jspecify.annotations.NullMarked;
