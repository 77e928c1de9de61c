/** Codes in PostgreSQL, as keyed hashes. */
@NullMarked
package health.reprieve.frontdoor.signin.postgres;

import org.jspecify.annotations.NullMarked;
