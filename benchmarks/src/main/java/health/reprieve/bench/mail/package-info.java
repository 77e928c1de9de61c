/** How soon after a booking its mail is at the server. */
@NullMarked
package health.reprieve.bench.mail;

import org.jspecify.annotations.NullMarked;
