/** Who acts, in which role: the same words in every service. */
@NullMarked
package health.reprieve.access;

import org.jspecify.annotations.NullMarked;
