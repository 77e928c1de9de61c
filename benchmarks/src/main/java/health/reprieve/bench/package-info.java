/** What {@code ./bench} runs: figures of the running system, each beside what is asked for or a peer; nothing is asserted. */
@NullMarked
package health.reprieve.bench;

import org.jspecify.annotations.NullMarked;
