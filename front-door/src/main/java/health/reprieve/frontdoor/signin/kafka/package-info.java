/** The topic on which the front door asks for mails. */
@NullMarked
package health.reprieve.frontdoor.signin.kafka;

import org.jspecify.annotations.NullMarked;
