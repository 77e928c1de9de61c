@NullMarked
package health.reprieve.notification.house;

import org.jspecify.annotations.NullMarked;
