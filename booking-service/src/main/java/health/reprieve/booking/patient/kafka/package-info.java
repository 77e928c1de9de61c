/** Patients' contact data as published news. */
@NullMarked
package health.reprieve.booking.patient.kafka;

import org.jspecify.annotations.NullMarked;
