/** A half-open span of time, and nothing else. */
@NullMarked
package health.reprieve.time;

import org.jspecify.annotations.NullMarked;
