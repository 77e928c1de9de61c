/** What the library promises, seen from outside. */
@NullMarked
package health.reprieve.access.matrix;

import org.jspecify.annotations.NullMarked;
