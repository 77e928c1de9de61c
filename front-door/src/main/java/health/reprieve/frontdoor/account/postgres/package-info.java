/** Accounts in PostgreSQL. */
@NullMarked
package health.reprieve.frontdoor.account.postgres;

import org.jspecify.annotations.NullMarked;
