@NullMarked
package health.reprieve.notification.appointment;

import org.jspecify.annotations.NullMarked;
