/** What hurts, what treatment of it looks like, and whether a doctor must say yes first. */
@NullMarked
package health.reprieve.booking.candidacy;

import org.jspecify.annotations.NullMarked;
