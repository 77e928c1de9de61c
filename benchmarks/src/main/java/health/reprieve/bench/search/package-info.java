/** How fast free times are found. */
@NullMarked
package health.reprieve.bench.search;

import org.jspecify.annotations.NullMarked;
