/** What booking-service asks to be told of offers. */
@NullMarked
package health.reprieve.notification.waitlist.kafka;

import org.jspecify.annotations.NullMarked;
