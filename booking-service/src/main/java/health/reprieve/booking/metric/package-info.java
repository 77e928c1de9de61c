/** The figures of this service, and all that their labels can say. */
@NullMarked
package health.reprieve.booking.metric;

import org.jspecify.annotations.NullMarked;
