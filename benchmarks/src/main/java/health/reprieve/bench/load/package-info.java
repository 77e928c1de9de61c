/** Clients: as light as they can be, since they share the processors with what they measure. */
@NullMarked
package health.reprieve.bench.load;

import org.jspecify.annotations.NullMarked;
