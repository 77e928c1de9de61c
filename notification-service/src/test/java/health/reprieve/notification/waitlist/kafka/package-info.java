@NullMarked
package health.reprieve.notification.waitlist.kafka;

import org.jspecify.annotations.NullMarked;
