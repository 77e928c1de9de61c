package health.reprieve.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells how old the first record at an offset is. Only looking at the record tells that; it is looked at without a group,
 * so that nothing is taken from those who hear.
 */
final class OldestUnheard {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Clock clock;

    OldestUnheard(Supplier<Consumer<byte[], byte[]>> consumers, Clock clock) {
        this.consumers = consumers;
        this.clock = clock;
    }

    /**
     * How far a group has come in a partition.
     *
     * @param next the offset it will go on with
     * @param end where the next record will be written
     */
    record Place(TopicPartition partition, long next, long end) {

        long behind() {
            return end - next;
        }
    }

    /** Of the oldest of the records at those places, in seconds; zero where no record came to light. */
    double age(List<Place> places) {
        if (places.isEmpty()) {
            return 0;
        }
        try (var consumer = consumers.get()) {
            return places.stream()
                    .mapToDouble(place -> age(consumer, place))
                    .max()
                    .orElse(0);
        }
    }

    private double age(Consumer<byte[], byte[]> consumer, Place place) {
        consumer.assign(List.of(place.partition));
        consumer.seek(place.partition, place.next);
        var records = consumer.poll(PATIENCE);
        return StreamSupport.stream(records.spliterator(), false)
                .mapToDouble(record -> Math.max(0, clock.millis() - record.timestamp()) / 1000.0)
                .findFirst()
                .orElse(0);
    }
}
