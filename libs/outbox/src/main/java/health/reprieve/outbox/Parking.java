package health.reprieve.outbox;

import health.reprieve.telemetry.log.Log;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.RetryListener;

/**
 * Puts aside what can never be handled, and shows each failure and each such event, never with its key or contents. It
 * refuses what has failed only because a part of the house is away; that is delivered again.
 */
final class Parking implements ConsumerAwareRecordRecoverer, RetryListener {

    private static final Log LOG = Log.of(Parking.class);

    private final ConsumerAwareRecordRecoverer parked;
    private final MeterRegistry meters;

    Parking(ConsumerAwareRecordRecoverer parked, MeterRegistry meters) {
        this.parked = parked;
        this.meters = meters;
    }

    /** So that the first event that is ever parked is a rise from zero, which an alert sees. */
    @EventListener
    void showZero(ContextRefreshedEvent refreshed) {
        refreshed.getApplicationContext().getBeanProvider(KafkaListenerEndpointRegistry.class).stream()
                .flatMap(registry -> registry.getListenerContainers().stream())
                .map(container -> container.getContainerProperties().getTopics())
                .filter(Objects::nonNull)
                .flatMap(Arrays::stream)
                .forEach(topic -> {
                    EventMeter.NOT_HANDLED.counter(meters, topic);
                    EventMeter.PARKED.counter(meters, topic);
                });
    }

    @Override
    public void accept(ConsumerRecord<?, ?> heard, @Nullable Consumer<?, ?> consumer, @Nullable Exception failure) {
        if (PassingTrouble.isIn(failure)) {
            throw new IllegalStateException("not parked: the trouble will pass");
        }
        parked.accept(heard, consumer, failure);
        EventMeter.PARKED.counter(meters, heard.topic()).increment();
        LOG.event(OutboxLogEvent.EVENT_PARKED).log("topic={} partition={} offset={} cause={}", where(heard, failure));
    }

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> heard, @Nullable Exception failure, int attempt) {
        EventMeter.NOT_HANDLED.counter(meters, heard.topic()).increment();
        LOG.event(OutboxLogEvent.EVENT_NOT_HANDLED)
                .log("topic={} partition={} offset={} cause={}", where(heard, failure));
    }

    private static Object[] where(ConsumerRecord<?, ?> heard, @Nullable Exception failure) {
        return new Object[] {heard.topic(), heard.partition(), heard.offset(), causeOf(failure)};
    }

    /** What a listener throws comes wrapped. */
    private static String causeOf(@Nullable Exception failure) {
        var cause = failure == null || failure.getCause() == null ? failure : failure.getCause();
        return cause == null ? "unknown" : cause.getClass().getSimpleName();
    }
}
