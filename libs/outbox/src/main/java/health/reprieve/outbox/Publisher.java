package health.reprieve.outbox;

import health.reprieve.telemetry.trace.Traceparent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Hands one event to Kafka; completes when every replica in sync has it, fails when that is not known. */
interface Publisher {

    /** @param cause the trace that the event belongs to; null: to none */
    CompletableFuture<?> publish(String topic, CloudEvent event, @Nullable Traceparent cause);

    /** How long after it was handed over an event may still come to lie on its topic. */
    Duration longestFlight();
}
