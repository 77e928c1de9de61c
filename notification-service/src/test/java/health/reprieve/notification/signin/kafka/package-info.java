@NullMarked
package health.reprieve.notification.signin.kafka;

import org.jspecify.annotations.NullMarked;
