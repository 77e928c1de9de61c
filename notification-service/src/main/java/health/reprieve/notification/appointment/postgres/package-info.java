/** The latest known state of each appointment, in PostgreSQL. */
@NullMarked
package health.reprieve.notification.appointment.postgres;

import org.jspecify.annotations.NullMarked;
