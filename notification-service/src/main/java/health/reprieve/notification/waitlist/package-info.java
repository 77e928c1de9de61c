/** What somebody on the waiting list is told of a time that is kept for them. */
@NullMarked
package health.reprieve.notification.waitlist;

import org.jspecify.annotations.NullMarked;
