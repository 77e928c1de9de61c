/** The mail about an offered time. */
@NullMarked
package health.reprieve.notification.waitlist.email;

import org.jspecify.annotations.NullMarked;
