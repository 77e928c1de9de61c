/** The whole of Reprieve in one JVM: what {@code ./run} starts, and what the system tests walk through. */
@NullMarked
package health.reprieve.local;

import org.jspecify.annotations.NullMarked;
