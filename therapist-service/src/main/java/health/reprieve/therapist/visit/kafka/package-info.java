/** Hears of appointments. */
@NullMarked
package health.reprieve.therapist.visit.kafka;

import org.jspecify.annotations.NullMarked;
