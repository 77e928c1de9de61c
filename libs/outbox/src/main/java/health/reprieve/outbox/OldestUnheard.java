package health.reprieve.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells how old the first record at an offset is. Only looking at the record tells that; it is looked at without a group,
 * so that nothing is taken from those who hear.
 */
final class OldestUnheard {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Clock clock;
    private final LongSupplier nanos;

    /** @param nanos a clock that only goes forward, such as {@link System#nanoTime()} */
    OldestUnheard(Supplier<Consumer<byte[], byte[]>> consumers, Clock clock, LongSupplier nanos) {
        this.consumers = consumers;
        this.clock = clock;
        this.nanos = nanos;
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

    /**
     * Of the oldest of the records at those places, in seconds; not a number where none came to light in time.
     *
     * @return zero where there are no places
     */
    double age(List<Place> places) {
        if (places.isEmpty()) {
            return 0;
        }
        try (var consumer = consumers.get()) {
            consumer.assign(places.stream().map(Place::partition).toList());
            places.forEach(place -> consumer.seek(place.partition, place.next));
            return age(first(consumer, places.size()));
        }
    }

    /** The first record of each partition, as far as they come in time. A poll may bring some of one and none of another. */
    private Map<TopicPartition, ConsumerRecord<byte[], byte[]>> first(
            Consumer<byte[], byte[]> consumer, int partitions) {
        var first = new HashMap<TopicPartition, ConsumerRecord<byte[], byte[]>>();
        long until = nanos.getAsLong() + PATIENCE.toNanos();
        long left = PATIENCE.toNanos();
        while (first.size() < partitions && left > 0) {
            var records = consumer.poll(Duration.ofNanos(left));
            records.partitions()
                    .forEach(partition -> first.putIfAbsent(
                            partition, records.records(partition).getFirst()));
            consumer.pause(first.keySet());
            left = until - nanos.getAsLong();
        }
        return first;
    }

    private double age(Map<TopicPartition, ConsumerRecord<byte[], byte[]>> first) {
        return first.values().stream()
                .mapToDouble(record -> Math.max(0, clock.millis() - record.timestamp()) / 1000.0)
                .max()
                .orElse(Double.NaN);
    }
}
