@NullMarked
package health.reprieve.notification.message;

import org.jspecify.annotations.NullMarked;
