/** What was heard of therapists, in PostgreSQL. */
@NullMarked
package health.reprieve.booking.therapist.postgres;

import org.jspecify.annotations.NullMarked;
