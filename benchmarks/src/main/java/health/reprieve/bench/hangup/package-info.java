/** What a storm of clients that hang up does to those who stay. */
@NullMarked
package health.reprieve.bench.hangup;

import org.jspecify.annotations.NullMarked;
