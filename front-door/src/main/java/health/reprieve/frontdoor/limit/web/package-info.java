/** Limits on what other services do. */
@NullMarked
package health.reprieve.frontdoor.limit.web;

import org.jspecify.annotations.NullMarked;
