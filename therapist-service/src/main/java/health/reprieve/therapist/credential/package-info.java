/** What a board has granted a therapist, and in which spans it permits practice: decisions only, no clock, no store. */
@NullMarked
package health.reprieve.therapist.credential;

import org.jspecify.annotations.NullMarked;
