/** The boards that operators look at, and whether Prometheus has an answer for each of their questions. */
@NullMarked
package health.reprieve.observability;

import org.jspecify.annotations.NullMarked;
