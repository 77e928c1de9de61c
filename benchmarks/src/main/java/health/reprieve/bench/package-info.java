/** Figures of the running system. Nothing here is asserted. */
@NullMarked
package health.reprieve.bench;

import org.jspecify.annotations.NullMarked;
