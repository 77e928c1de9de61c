/** Sessions in PostgreSQL. */
@NullMarked
package health.reprieve.frontdoor.session.postgres;

import org.jspecify.annotations.NullMarked;
