package health.reprieve.outbox;

import health.reprieve.telemetry.log.Log;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.RetryListener;

/**
 * Puts aside what can never be handled, and shows each failure and each such event, never with its key or contents. It
 * refuses what has failed only because a part of the house is away; that is delivered again.
 */
final class Parking implements ConsumerAwareRecordRecoverer, RetryListener {

    private static final Log LOG = Log.of(Parking.class);

    private final ConsumerAwareRecordRecoverer parked;
    private final HearingCounters counters;

    Parking(ConsumerAwareRecordRecoverer parked, HearingCounters counters) {
        this.parked = parked;
        this.counters = counters;
    }

    @Override
    public void accept(ConsumerRecord<?, ?> heard, @Nullable Consumer<?, ?> consumer, @Nullable Exception failure) {
        if (PassingTrouble.isIn(failure)) {
            throw new IllegalStateException("not parked: the trouble will pass");
        }
        parked.accept(heard, consumer, failure);
        counters.parked(heard.topic());
        LOG.event(OutboxLogEvent.EVENT_PARKED).log("topic={} partition={} offset={} cause={}", where(heard, failure));
    }

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> heard, @Nullable Exception failure, int attempt) {
        counters.notHandled(heard.topic());
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
