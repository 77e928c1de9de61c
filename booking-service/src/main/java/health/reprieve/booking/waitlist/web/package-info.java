/** The waiting list over HTTP. */
@NullMarked
package health.reprieve.booking.waitlist.web;

import org.jspecify.annotations.NullMarked;
