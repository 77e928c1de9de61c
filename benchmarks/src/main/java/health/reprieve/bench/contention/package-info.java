/** What happens when everybody wants the same time. */
@NullMarked
package health.reprieve.bench.contention;

import org.jspecify.annotations.NullMarked;
