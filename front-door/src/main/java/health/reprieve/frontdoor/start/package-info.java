/** The first page, help, and the choice of language. */
@NullMarked
package health.reprieve.frontdoor.start;

import org.jspecify.annotations.NullMarked;
