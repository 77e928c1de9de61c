/** The people who are treated, and how to reach them. */
@NullMarked
package health.reprieve.booking.patient;

import org.jspecify.annotations.NullMarked;
