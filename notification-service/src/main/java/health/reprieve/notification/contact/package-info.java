/** How each patient can be reached, as booking-service last told. */
@NullMarked
package health.reprieve.notification.contact;

import org.jspecify.annotations.NullMarked;
