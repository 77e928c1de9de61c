package health.reprieve.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;

/** CloudEvents on Kafka in structured mode: the record is the whole event, its key the subject. */
final class KafkaPublisher implements Publisher {

    private static final byte[] CLOUD_EVENT =
            "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.US_ASCII);

    private final KafkaTemplate<String, String> kafka;
    private final Duration longestFlight;

    KafkaPublisher(KafkaTemplate<String, String> kafka) {
        this(kafka, longestFlight(kafka.getProducerFactory().getConfigurationProperties()));
    }

    KafkaPublisher(KafkaTemplate<String, String> kafka, Duration longestFlight) {
        this.kafka = kafka;
        this.longestFlight = longestFlight;
    }

    @Override
    public CompletableFuture<?> publish(String topic, CloudEvent event) {
        var message = new ProducerRecord<>(topic, event.subject(), event.toJson());
        message.headers().add("content-type", CLOUD_EVENT);
        return kafka.send(message);
    }

    @Override
    public Duration longestFlight() {
        return longestFlight;
    }

    /** The producer waits for a place in its queue first, and then for the answer. */
    private static Duration longestFlight(Map<String, Object> settings) {
        var all = new HashMap<>(ProducerConfig.configDef().defaultValues());
        all.putAll(settings);
        return millis(all, ProducerConfig.MAX_BLOCK_MS_CONFIG)
                .plus(millis(all, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG));
    }

    private static Duration millis(Map<String, Object> settings, String name) {
        return Duration.ofMillis(Long.parseLong(String.valueOf(settings.get(name))));
    }
}
