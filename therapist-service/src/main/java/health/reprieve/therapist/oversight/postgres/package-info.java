/** Rulings, and the order of licences, in PostgreSQL. */
@NullMarked
package health.reprieve.therapist.oversight.postgres;

import org.jspecify.annotations.NullMarked;
