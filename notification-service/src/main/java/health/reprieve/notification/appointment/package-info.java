/** What this service has heard of appointments, and when a patient must hear of it too. */
@NullMarked
package health.reprieve.notification.appointment;

import org.jspecify.annotations.NullMarked;
