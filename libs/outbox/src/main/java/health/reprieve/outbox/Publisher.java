package health.reprieve.outbox;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Hands one event to Kafka; completes when every replica in sync has it, fails when that is not known. */
interface Publisher {

    CompletableFuture<?> publish(String topic, CloudEvent event);

    /** How long after it was handed over an event may still come to lie on its topic. */
    Duration longestFlight();
}
