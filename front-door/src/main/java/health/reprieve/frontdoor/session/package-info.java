/** Who a browser is, from one request to the next, for as long as nobody signs out and not too long. */
@NullMarked
package health.reprieve.frontdoor.session;

import org.jspecify.annotations.NullMarked;
