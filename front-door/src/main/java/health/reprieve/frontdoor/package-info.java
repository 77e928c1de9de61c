/** The one web origin: it knows people by their session and hands each request on with a token of one minute. */
@NullMarked
package health.reprieve.frontdoor;

import org.jspecify.annotations.NullMarked;
