/** Therapists in PostgreSQL. */
@NullMarked
package health.reprieve.therapist.profile.postgres;

import org.jspecify.annotations.NullMarked;
