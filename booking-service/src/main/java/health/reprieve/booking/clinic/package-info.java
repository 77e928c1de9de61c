/** Where people are treated: clinics and their rooms. */
@NullMarked
package health.reprieve.booking.clinic;

import org.jspecify.annotations.NullMarked;
