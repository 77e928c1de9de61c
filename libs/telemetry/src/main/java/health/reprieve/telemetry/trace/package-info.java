/** How one trace reaches from a click, over outbox and Kafka, to the mail. */
@NullMarked
package health.reprieve.telemetry.trace;

import org.jspecify.annotations.NullMarked;
