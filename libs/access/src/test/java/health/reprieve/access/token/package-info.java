/** What the library promises, seen from outside. */
@NullMarked
package health.reprieve.access.token;

import org.jspecify.annotations.NullMarked;
