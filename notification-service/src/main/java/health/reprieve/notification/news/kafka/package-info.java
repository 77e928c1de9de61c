/** The ear for everything that must be said and follows from no other event. */
@NullMarked
package health.reprieve.notification.news.kafka;

import org.jspecify.annotations.NullMarked;
