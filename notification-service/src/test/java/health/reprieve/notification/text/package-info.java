@NullMarked
package health.reprieve.notification.text;

import org.jspecify.annotations.NullMarked;
