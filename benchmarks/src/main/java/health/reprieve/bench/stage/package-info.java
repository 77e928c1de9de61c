/** What is measured: servers and services of a benchmark's own, which are gone when it ends. */
@NullMarked
package health.reprieve.bench.stage;

import org.jspecify.annotations.NullMarked;
