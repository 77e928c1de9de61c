/** Appointments as published news. */
@NullMarked
package health.reprieve.booking.appointment.kafka;

import org.jspecify.annotations.NullMarked;
