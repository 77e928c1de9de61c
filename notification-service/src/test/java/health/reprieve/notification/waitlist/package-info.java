@NullMarked
package health.reprieve.notification.waitlist;

import org.jspecify.annotations.NullMarked;
