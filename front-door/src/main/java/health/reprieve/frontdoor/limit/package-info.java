/** How often something may be done: buckets that fill with time. */
@NullMarked
package health.reprieve.frontdoor.limit;

import org.jspecify.annotations.NullMarked;
