/** Courses of treatment: a dose, planned as a whole, booked as a whole, and counted until it is given. */
@NullMarked
package health.reprieve.booking.course;

import org.jspecify.annotations.NullMarked;
