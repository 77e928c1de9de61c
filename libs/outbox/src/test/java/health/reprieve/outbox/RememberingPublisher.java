package health.reprieve.outbox;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stands in for Kafka where a test decides what Kafka answers. */
final class RememberingPublisher implements Publisher {

    private final List<CloudEvent> asked = new CopyOnWriteArrayList<>();
    private volatile Function<CloudEvent, @Nullable CompletableFuture<?>> trouble = event -> null;

    @Override
    public CompletableFuture<?> publish(String topic, CloudEvent event) {
        asked.add(event);
        var answer = trouble.apply(event);
        return answer == null ? CompletableFuture.completedFuture(null) : answer;
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
        return asked.stream()
                .map(event -> event.subject() + "-" + event.aggregateVersion())
                .toList();
    }
}
