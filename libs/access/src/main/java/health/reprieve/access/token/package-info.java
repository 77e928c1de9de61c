/** The token of one minute that a request carries inside the house: made by the front door, read by every service. */
@NullMarked
package health.reprieve.access.token;

import org.jspecify.annotations.NullMarked;
