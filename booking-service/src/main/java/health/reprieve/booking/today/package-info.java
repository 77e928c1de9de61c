/** How the day stands, as numbers: no word of whose visits they are. */
@NullMarked
package health.reprieve.booking.today;

import org.jspecify.annotations.NullMarked;
