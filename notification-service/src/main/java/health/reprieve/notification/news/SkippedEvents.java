package health.reprieve.notification.news;

import health.reprieve.notification.NotificationLogEvent;
import health.reprieve.outbox.CloudEvent;
import health.reprieve.telemetry.log.Log;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Events of a type or version that this service does not know. A topic may carry them, since producers are renewed
 * before consumers; they are passed over, and counted so that nobody need wonder.
 */
@Component
public final class SkippedEvents {

    public static final String SKIPPED = "reprieve.events.skipped";

    private static final Log LOG = Log.of(SkippedEvents.class);

    private final Map<Topic, Counter> counters = new EnumMap<>(Topic.class);

    SkippedEvents(MeterRegistry registry) {
        for (var topic : Topic.values()) {
            counters.put(
                    topic,
                    Counter.builder(SKIPPED).tag("topic", topic.topicName()).register(registry));
        }
    }

    public void skip(Topic topic, CloudEvent event) {
        LOG.event(NotificationLogEvent.EVENT_SKIPPED).log("topic={} id={}", topic.topicName(), event.id());
        counters.computeIfPresent(topic, (known, counter) -> {
            counter.increment();
            return counter;
        });
    }
}
