/** The authorization matrix: every operation against every role, as a file that decides at run time and in tests. */
@NullMarked
package health.reprieve.access.matrix;

import org.jspecify.annotations.NullMarked;
