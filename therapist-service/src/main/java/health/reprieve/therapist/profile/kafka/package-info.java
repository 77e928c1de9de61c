/** The state of a therapist on its way to the other services. */
@NullMarked
package health.reprieve.therapist.profile.kafka;

import org.jspecify.annotations.NullMarked;
