/** Who has which time: holds, appointments, and what may become of them. */
@NullMarked
package health.reprieve.booking.appointment;

import org.jspecify.annotations.NullMarked;
