package health.reprieve.outbox;

import health.reprieve.telemetry.trace.Traceparent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stands in for Kafka where a test decides what Kafka answers. */
final class RememberingPublisher implements Publisher {

    private final List<CloudEvent> asked = new CopyOnWriteArrayList<>();
    private final List<CloudEvent> landed = new CopyOnWriteArrayList<>();
    private volatile Duration flight = Duration.ZERO;
    private volatile Function<CloudEvent, @Nullable CompletableFuture<?>> trouble = event -> null;

    @Override
    public CompletableFuture<?> publish(String topic, CloudEvent event, @Nullable Traceparent cause) {
        asked.add(event);
        var answer = trouble.apply(event);
        if (answer != null) {
            return answer;
        }
        landed.add(event);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Duration longestFlight() {
        return flight;
    }

    void flyFor(Duration longest) {
        flight = longest;
    }

    /** What becomes of an event from now on; null: it is acknowledged at once. */
    void answer(Function<CloudEvent, @Nullable CompletableFuture<?>> trouble) {
        this.trouble = trouble;
    }

    void recover() {
        this.trouble = event -> null;
    }

    List<CloudEvent> asked() {
        return List.copyOf(asked);
    }

    /** As "key-version", in the order in which they were handed over. */
    List<String> names() {
        return names(asked);
    }

    /** As "key-version", in the order in which they came to lie on the topic. */
    List<String> landed() {
        return names(landed);
    }

    private static List<String> names(List<CloudEvent> events) {
        return events.stream()
                .map(event -> event.subject() + "-" + event.aggregateVersion())
                .toList();
    }
}
