/** What staff say of clinics, as JSON. */
@NullMarked
package health.reprieve.booking.clinic.web;

import org.jspecify.annotations.NullMarked;
