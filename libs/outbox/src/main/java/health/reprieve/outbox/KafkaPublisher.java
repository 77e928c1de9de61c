package health.reprieve.outbox;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;

/** CloudEvents on Kafka in structured mode: the record is the whole event, its key the subject. */
final class KafkaPublisher implements Publisher {

    private static final byte[] CLOUD_EVENT =
            "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.US_ASCII);

    private final KafkaTemplate<String, String> kafka;

    KafkaPublisher(KafkaTemplate<String, String> kafka) {
        this.kafka = kafka;
    }

    @Override
    public CompletableFuture<?> publish(String topic, CloudEvent event) {
        var message = new ProducerRecord<>(topic, event.subject(), event.toJson());
        message.headers().add("content-type", CLOUD_EVENT);
        return kafka.send(message);
    }
}
