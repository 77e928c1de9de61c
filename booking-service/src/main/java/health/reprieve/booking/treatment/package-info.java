/** What is sold: treatments, how long they may be, and how late they may be cancelled or moved. */
@NullMarked
package health.reprieve.booking.treatment;

import org.jspecify.annotations.NullMarked;
