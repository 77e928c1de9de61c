/** What a service says in its log: every line has a code from a fixed list. */
@NullMarked
package health.reprieve.telemetry.log;

import org.jspecify.annotations.NullMarked;
