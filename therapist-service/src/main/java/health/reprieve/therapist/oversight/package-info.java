/** What a manager sees of all licences, and decides: who suspended or reinstated one, when and why, is kept for good. */
@NullMarked
package health.reprieve.therapist.oversight;

import org.jspecify.annotations.NullMarked;
