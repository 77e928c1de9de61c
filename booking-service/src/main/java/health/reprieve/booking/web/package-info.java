/** What every API of this service asks of a request in the same way: keys of repeats, versions, values that are there. */
@NullMarked
package health.reprieve.booking.web;

import org.jspecify.annotations.NullMarked;
