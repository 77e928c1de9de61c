/** Limits by themselves. */
@NullMarked
package health.reprieve.frontdoor.limit;

import org.jspecify.annotations.NullMarked;
