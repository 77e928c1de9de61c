package health.reprieve.bench.mail;

import health.reprieve.bench.load.OpenLoop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A record sent as the relay sends, and received, and nothing else: the least that news needs from one service to another. Many
 * threads may call it at once.
 */
final class KafkaAlone implements OpenLoop.Call, AutoCloseable {

    private static final String TOPIC = "bench-alone";

    /** About as long as the event of a booking. */
    private static final String RECORD = "x".repeat(1500);

    private static final long PATIENCE_SECONDS = 10;
    private static final Duration LONGEST_POLL = Duration.ofMillis(100);

    private final ConcurrentMap<String, CompletableFuture<Integer>> underWay = new ConcurrentHashMap<>();
    private final KafkaProducer<String, String> producer;
    private final Receiver receiver;

    private KafkaAlone(String servers) {
        var settings = Map.<String, Object>of("bootstrap.servers", servers, "acks", "all", "linger.ms", 0);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        this.receiver = Receiver.start(servers, underWay);
    }

    static KafkaAlone at(String servers) throws Exception {
        makeTopic(servers);
        return new KafkaAlone(servers);
    }

    @Override
    public int call(int number) throws Exception {
        var key = UUID.randomUUID().toString();
        var received = new CompletableFuture<Integer>();
        underWay.put(key, received);
        var _ = producer.send(new ProducerRecord<>(TOPIC, key, RECORD));
        return received.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        receiver.close();
        producer.close();
    }

    private static void makeTopic(String servers) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    /** Takes records off the topic until it is closed. */
    private record Receiver(AtomicBoolean closed, CompletableFuture<Void> end) implements AutoCloseable {

        static Receiver start(String servers, ConcurrentMap<String, CompletableFuture<Integer>> underWay) {
            var closed = new AtomicBoolean();
            var end = CompletableFuture.runAsync(
                    () -> receive(servers, underWay, closed),
                    task -> Thread.ofPlatform().name("Kafka alone").daemon().start(task));
            return new Receiver(closed, end);
        }

        private static void receive(
                String servers, ConcurrentMap<String, CompletableFuture<Integer>> underWay, AtomicBoolean closed) {
            var settings = Map.<String, Object>of("bootstrap.servers", servers, "auto.offset.reset", "earliest");
            try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
                consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
                while (!closed.get()) {
                    consumer.poll(LONGEST_POLL).forEach(found -> {
                        var waiting = underWay.remove(found.key());
                        if (waiting != null) {
                            waiting.complete(200);
                        }
                    });
                }
            }
        }

        @Override
        public void close() {
            closed.set(true);
            end.join();
        }
    }
}
