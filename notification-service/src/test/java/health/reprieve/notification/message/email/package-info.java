@NullMarked
package health.reprieve.notification.message.email;

import org.jspecify.annotations.NullMarked;
