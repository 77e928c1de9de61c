/** A therapist as a whole: person, credentials, places and hours under one rising version, told to all at each change. */
@NullMarked
package health.reprieve.therapist.profile;

import org.jspecify.annotations.NullMarked;
