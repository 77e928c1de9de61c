/** Codes, paths and the event, by themselves. */
@NullMarked
package health.reprieve.frontdoor.signin;

import org.jspecify.annotations.NullMarked;
