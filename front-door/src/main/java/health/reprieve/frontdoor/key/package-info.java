/** The secrets of the front door, and what is made with them. */
@NullMarked
package health.reprieve.frontdoor.key;

import org.jspecify.annotations.NullMarked;
