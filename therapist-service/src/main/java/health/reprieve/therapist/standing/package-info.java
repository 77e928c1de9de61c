/** How therapists and their credentials stand, as numbers: no word of who they are. */
@NullMarked
package health.reprieve.therapist.standing;

import org.jspecify.annotations.NullMarked;
