/** Appointments over HTTP: the JSON API and the patient's own visits. */
@NullMarked
package health.reprieve.booking.appointment.web;

import org.jspecify.annotations.NullMarked;
