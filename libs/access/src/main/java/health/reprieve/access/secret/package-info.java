/** The secrets that one house needs, and how they are made. */
@NullMarked
package health.reprieve.access.secret;

import org.jspecify.annotations.NullMarked;
