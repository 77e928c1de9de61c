/** The mail about an appointment, with its calendar part. */
@NullMarked
package health.reprieve.notification.appointment.email;

import org.jspecify.annotations.NullMarked;
