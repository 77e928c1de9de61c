@NullMarked
package health.reprieve.notification;

import org.jspecify.annotations.NullMarked;
