/** Every message once: what other services' news means for the people it concerns, and the mail that tells them. */
@NullMarked
package health.reprieve.notification;

import org.jspecify.annotations.NullMarked;
