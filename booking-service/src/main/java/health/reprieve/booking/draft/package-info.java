/** What a browser has told so far on its way to a booking. */
@NullMarked
package health.reprieve.booking.draft;

import org.jspecify.annotations.NullMarked;
