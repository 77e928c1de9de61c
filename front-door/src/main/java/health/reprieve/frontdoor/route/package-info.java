/** Which service answers which address, and what a request looks like when it is handed on. */
@NullMarked
package health.reprieve.frontdoor.route;

import org.jspecify.annotations.NullMarked;
