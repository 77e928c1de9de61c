package health.reprieve.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import health.reprieve.outbox.OldestUnheard.Place;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class OldestUnheardTests {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final TopicPartition FIRST = new TopicPartition("t", 0);
    private static final TopicPartition SECOND = new TopicPartition("t", 1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    /** Half a second goes by whenever somebody looks at it. */
    private final AtomicLong nanos = new AtomicLong();

    private final OldestUnheard oldest =
            new OldestUnheard(() -> consumer, Clock.fixed(NOW, ZoneOffset.UTC), () -> nanos.addAndGet(500_000_000));

    @Test
    void nothingBehindIsNotOld() {
        assertThat(oldest.age(List.of())).isZero();
    }

    @Test
    void whatDoesNotComeToLightIsUnknownAndNotNew() {
        assertThat(oldest.age(List.of(new Place(FIRST, 4, 6)))).isNaN();
    }

    @Test
    void theOldestOfAllPartitionsTellsTheAgeWhicheverComesFirst() {
        consumer.schedulePollTask(() -> consumer.addRecord(record(FIRST, 4, 10)));
        consumer.schedulePollTask(() -> consumer.addRecord(record(SECOND, 7, 70)));

        assertThat(oldest.age(List.of(new Place(FIRST, 4, 6), new Place(SECOND, 7, 8))))
                .isEqualTo(70);
    }

    @Test
    void ofTwoGroupsTheWorseOfEachPartIsShown() {
        var many = new HeardSoFar.Topic(9, 5, 0);
        var old = new HeardSoFar.Topic(1, 300, 2);

        assertThat(many.worse(old)).isEqualTo(new HeardSoFar.Topic(9, 300, 2));
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset, long secondsAgo) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                NOW.minusSeconds(secondsAgo).toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}
