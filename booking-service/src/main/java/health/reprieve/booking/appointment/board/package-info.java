/** What is taken, kept in memory: every question about times is answered from here, and the database stays the judge. */
@NullMarked
package health.reprieve.booking.appointment.board;

import org.jspecify.annotations.NullMarked;
