/** Buckets in PostgreSQL, one statement each. */
@NullMarked
package health.reprieve.frontdoor.limit.postgres;

import org.jspecify.annotations.NullMarked;
