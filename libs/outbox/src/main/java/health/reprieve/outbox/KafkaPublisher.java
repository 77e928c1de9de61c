package health.reprieve.outbox;

import health.reprieve.telemetry.trace.SpanTag;
import health.reprieve.telemetry.trace.Spans;
import health.reprieve.telemetry.trace.Step;
import health.reprieve.telemetry.trace.Traceparent;
import io.micrometer.tracing.Span;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;

/** CloudEvents on Kafka in structured mode: the record is the whole event, its key the subject. */
final class KafkaPublisher implements Publisher {

    private static final byte[] CLOUD_EVENT =
            "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.US_ASCII);

    private final KafkaTemplate<String, String> kafka;
    private final Duration longestFlight;
    private final Spans spans;

    KafkaPublisher(KafkaTemplate<String, String> kafka, Spans spans) {
        this(kafka, longestFlight(kafka.getProducerFactory().getConfigurationProperties()), spans);
    }

    KafkaPublisher(KafkaTemplate<String, String> kafka, Duration longestFlight, Spans spans) {
        this.kafka = kafka;
        this.longestFlight = longestFlight;
        this.spans = spans;
    }

    @Override
    public CompletableFuture<?> publish(String topic, CloudEvent event, @Nullable Traceparent cause) {
        var step = spans.begin(Span.Kind.PRODUCER, "publish " + topic, cause)
                .tag(SpanTag.TOPIC, topic)
                .tag(SpanTag.EVENT_TYPE, event.type())
                .tag(SpanTag.EVENT_ID, event.id().toString());
        try {
            return kafka.send(message(topic, event, step.traceparent()))
                    .whenComplete((landed, failure) -> end(step, failure));
        } catch (RuntimeException refusedOnTheSpot) {
            end(step, refusedOnTheSpot);
            throw refusedOnTheSpot;
        }
    }

    private static ProducerRecord<String, String> message(String topic, CloudEvent event, @Nullable Traceparent trace) {
        var message = new ProducerRecord<>(topic, event.subject(), event.toJson());
        message.headers().add("content-type", CLOUD_EVENT);
        if (trace != null) {
            message.headers().add(Traceparent.HEADER, trace.text().getBytes(StandardCharsets.US_ASCII));
        }
        return message;
    }

    private static void end(Step step, @Nullable Throwable failure) {
        if (failure != null) {
            step.failed(failure);
        }
        step.end();
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
