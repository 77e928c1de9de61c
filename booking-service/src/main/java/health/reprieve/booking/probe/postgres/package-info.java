/** Where the house books itself, in PostgreSQL. */
@NullMarked
package health.reprieve.booking.probe.postgres;

import org.jspecify.annotations.NullMarked;
