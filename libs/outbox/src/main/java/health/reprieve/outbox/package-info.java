/** News that leaves a service in the transaction that made it, and enters another in the transaction it causes. */
@NullMarked
package health.reprieve.outbox;

import org.jspecify.annotations.NullMarked;
