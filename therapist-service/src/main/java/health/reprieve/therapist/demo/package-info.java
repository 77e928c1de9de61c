/** A team to look at: made through the service's own doors, so that the news of it goes out as of any other. */
@NullMarked
package health.reprieve.therapist.demo;

import org.jspecify.annotations.NullMarked;
