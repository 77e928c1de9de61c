/** How fast the engine is by itself. */
@NullMarked
package health.reprieve.bench.engine;

import org.jspecify.annotations.NullMarked;
