/** What booking has heard of therapists; therapist-service owns it. */
@NullMarked
package health.reprieve.booking.therapist;

import org.jspecify.annotations.NullMarked;
