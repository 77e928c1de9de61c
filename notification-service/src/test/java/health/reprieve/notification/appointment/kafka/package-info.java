@NullMarked
package health.reprieve.notification.appointment.kafka;

import org.jspecify.annotations.NullMarked;
