package health.reprieve.outbox;

import health.reprieve.backing.Backing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/** A topic that nobody else has, on the real Kafka. */
record Topic(String name, int partitions) {

    private static final Map<String, Object> PLACE = Map.of("bootstrap.servers", Backing.kafka());

    static Topic create(int partitions) {
        var topic = new Topic("t-" + UUID.randomUUID(), partitions);
        create(topic.name, partitions);
        return topic;
    }

    static void create(String name, int partitions) {
        try (var admin = Admin.create(PLACE)) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    /** A producer as services have it, see {@code outbox.properties}. */
    static DefaultKafkaProducerFactory<String, String> producers() {
        Map<String, Object> settings = new HashMap<>(PLACE);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** All that lies on it now; records of one partition in their order. */
    List<ConsumerRecord<String, String>> records() {
        var everywhere = IntStream.range(0, partitions)
                .mapToObj(number -> new TopicPartition(name, number))
                .toList();
        try (var consumer = new KafkaConsumer<>(PLACE, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(everywhere);
            consumer.seekToBeginning(everywhere);
            var ends = consumer.endOffsets(everywhere);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
            return records;
        }
    }

    List<CloudEvent> events() {
        return records().stream().map(heard -> CloudEvent.parse(heard.value())).toList();
    }
}
