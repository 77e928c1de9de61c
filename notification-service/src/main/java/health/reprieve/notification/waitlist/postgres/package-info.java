/** Offers in PostgreSQL. */
@NullMarked
package health.reprieve.notification.waitlist.postgres;

import org.jspecify.annotations.NullMarked;
