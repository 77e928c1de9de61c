/** The front door as browsers, attackers and services meet it. */
@NullMarked
package health.reprieve.frontdoor;

import org.jspecify.annotations.NullMarked;
