/** Hearing of therapists. */
@NullMarked
package health.reprieve.booking.therapist.kafka;

import org.jspecify.annotations.NullMarked;
