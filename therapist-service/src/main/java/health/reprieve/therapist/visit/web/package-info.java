/** A therapist's own day, as a page and as JSON. */
@NullMarked
package health.reprieve.therapist.visit.web;

import org.jspecify.annotations.NullMarked;
