/** The engine: which times exist, and why the others do not. No I/O, no clock of its own. */
@NullMarked
package health.reprieve.booking.slot;

import org.jspecify.annotations.NullMarked;
