/** Tests of making secrets. */
@NullMarked
package health.reprieve.access.secret;

import org.jspecify.annotations.NullMarked;
