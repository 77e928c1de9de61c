/** Text from people, made harmless once, where it enters. */
@NullMarked
package health.reprieve.notification.text;

import org.jspecify.annotations.NullMarked;
