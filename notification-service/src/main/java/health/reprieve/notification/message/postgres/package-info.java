/** The ledger in PostgreSQL. */
@NullMarked
package health.reprieve.notification.message.postgres;

import org.jspecify.annotations.NullMarked;
