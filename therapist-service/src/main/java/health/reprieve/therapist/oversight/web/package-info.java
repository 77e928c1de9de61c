/** Licences on pages for the manager, and therapists as JSON. */
@NullMarked
package health.reprieve.therapist.oversight.web;

import org.jspecify.annotations.NullMarked;
