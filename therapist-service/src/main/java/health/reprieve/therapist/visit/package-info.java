/** What this service has heard of appointments: each therapist's own visits, day by day. */
@NullMarked
package health.reprieve.therapist.visit;

import org.jspecify.annotations.NullMarked;
