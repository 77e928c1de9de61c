/** Drafts in PostgreSQL. */
@NullMarked
package health.reprieve.booking.draft.postgres;

import org.jspecify.annotations.NullMarked;
