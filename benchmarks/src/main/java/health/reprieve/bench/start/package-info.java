/** How long {@code ./run} takes, and how much memory. */
@NullMarked
package health.reprieve.bench.start;

import org.jspecify.annotations.NullMarked;
