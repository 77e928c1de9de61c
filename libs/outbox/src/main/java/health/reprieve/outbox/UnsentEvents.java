package health.reprieve.outbox;

import health.reprieve.telemetry.log.Log;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.ProducerListener;

/**
 * Tells the log of sends that failed, by the event's type and id. It stands in for Spring's own listener, which would
 * write the key, a person's id, and the beginning of the contents.
 */
final class UnsentEvents implements ProducerListener<Object, Object> {

    private static final Log LOG = Log.of(UnsentEvents.class);

    @Override
    public void onError(
            ProducerRecord<Object, Object> message, @Nullable RecordMetadata where, @Nullable Exception failure) {
        var cause = failure == null ? "unknown" : failure.getClass().getSimpleName();
        try {
            var event = CloudEvent.parse(String.valueOf(message.value()));
            LOG.event(OutboxLogEvent.EVENT_NOT_SENT)
                    .log("topic={} type={} id={} cause={}", message.topic(), event.type(), event.id(), cause);
        } catch (MalformedEvent noEvent) {
            LOG.event(OutboxLogEvent.EVENT_NOT_SENT).log("topic={} type=unreadable cause={}", message.topic(), cause);
        }
    }
}
