/** When and where a therapist works: wall times in the zone of the clinic. */
@NullMarked
package health.reprieve.therapist.availability;

import org.jspecify.annotations.NullMarked;
