/** The pages on which a patient books. */
@NullMarked
package health.reprieve.booking.draft.web;

import org.jspecify.annotations.NullMarked;
