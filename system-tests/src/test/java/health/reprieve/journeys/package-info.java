/** Whole journeys through everything that {@code ./run} starts. */
@NullMarked
package health.reprieve.journeys;

import org.jspecify.annotations.NullMarked;
