/** Treatments over HTTP. */
@NullMarked
package health.reprieve.booking.treatment.web;

import org.jspecify.annotations.NullMarked;
