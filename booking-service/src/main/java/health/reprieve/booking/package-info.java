/** Who needs care, what is allowed, which times exist, and who has which time. */
@NullMarked
package health.reprieve.booking;

import org.jspecify.annotations.NullMarked;
