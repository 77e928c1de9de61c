/** The ledger of messages: each is written down before it is sent, and sent once. */
@NullMarked
package health.reprieve.notification.message;

import org.jspecify.annotations.NullMarked;
