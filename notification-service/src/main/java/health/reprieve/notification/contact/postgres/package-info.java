/** Known contacts, in PostgreSQL. */
@NullMarked
package health.reprieve.notification.contact.postgres;

import org.jspecify.annotations.NullMarked;
