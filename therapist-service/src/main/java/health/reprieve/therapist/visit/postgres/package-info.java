/** Visits in PostgreSQL. */
@NullMarked
package health.reprieve.therapist.visit.postgres;

import org.jspecify.annotations.NullMarked;
