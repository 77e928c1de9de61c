package health.reprieve.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * What the broker knows of offsets. A consumer of our own would not do: where it has nothing assigned, exactly when it
 * matters, it knows of no lag.
 */
final class KafkaOffsets implements AutoCloseable {

    private static final long LONGEST_SECONDS = 5;
    private static final Duration TO_HANG_UP = Duration.ofSeconds(1);

    private final Supplier<Admin> connect;
    private @Nullable Admin admin;

    /** @param connect is called when Kafka is first asked: a service starts also where Kafka is not even known by name */
    KafkaOffsets(Supplier<Admin> connect) {
        this.connect = connect;
    }

    /** Where a partition begins, and where its next record will lie. */
    record Span(long begin, long end) {

        long length() {
            return end - begin;
        }
    }

    /** Of every partition of those topics that exist. */
    Map<TopicPartition, Span> spans(Collection<String> topics) throws Failed, InterruptedException {
        var partitions = partitions(topics);
        var begins = offsets(partitions, OffsetSpec.earliest());
        var ends = offsets(partitions, OffsetSpec.latest());
        return partitions.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        partition -> new Span(offset(begins, partition), offset(ends, partition))));
    }

    /** The next offset that the group will handle, where it has ever handled one. */
    Map<TopicPartition, Long> committed(String group) throws Failed, InterruptedException {
        var known = await(admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        // of a partition that it hears and has committed nothing of, Kafka tells null
        return known.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(TO_HANG_UP);
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = connect.get();
        }
        return admin;
    }

    private List<TopicPartition> partitions(Collection<String> topics) throws Failed, InterruptedException {
        var found = new HashMap<String, TopicDescription>();
        for (var asked : admin().describeTopics(topics).topicNameValues().entrySet()) {
            try {
                found.put(asked.getKey(), await(asked.getValue()));
            } catch (Failed failed) {
                failed.unlessThereIsNoSuchTopic();
            }
        }
        return found.values().stream().flatMap(KafkaOffsets::partitions).toList();
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(info -> new TopicPartition(topic.name(), info.partition()));
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws Failed, InterruptedException {
        var asked = partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
        return await(admin().listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all());
    }

    private static long offset(Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition)).offset();
    }

    private static <T> T await(KafkaFuture<T> answer) throws Failed, InterruptedException {
        try {
            return answer.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new Failed(failure);
        }
    }

    /** Kafka did not tell. */
    static final class Failed extends Exception {

        Failed(Exception cause) {
            super(cause);
        }

        private void unlessThereIsNoSuchTopic() throws Failed {
            if (!(getCause() instanceof ExecutionException execution
                    && execution.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw this;
            }
        }
    }
}
