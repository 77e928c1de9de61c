package health.reprieve.notification.news;

import health.reprieve.notification.NotificationLogEvent;
import health.reprieve.outbox.CloudEvent;
import health.reprieve.outbox.Inbox;
import health.reprieve.telemetry.log.Log;
import org.springframework.stereotype.Component;

/**
 * Events of a type or version that this service does not know. A topic may carry them, since producers are renewed
 * before consumers; they are passed over, and counted so that nobody need wonder.
 */
@Component
public final class SkippedEvents {

    private static final Log LOG = Log.of(SkippedEvents.class);

    private final Inbox inbox;

    SkippedEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    public void skip(Topic topic, CloudEvent event) {
        LOG.event(NotificationLogEvent.EVENT_SKIPPED).log("topic={} id={}", topic.topicName(), event.id());
        inbox.skip(topic.topicName());
    }
}
