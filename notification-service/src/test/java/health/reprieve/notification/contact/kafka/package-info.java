@NullMarked
package health.reprieve.notification.contact.kafka;

import org.jspecify.annotations.NullMarked;
