@NullMarked
package health.reprieve.notification.appointment.email;

import org.jspecify.annotations.NullMarked;
