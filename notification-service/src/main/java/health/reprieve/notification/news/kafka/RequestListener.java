package health.reprieve.notification.news.kafka;

import health.reprieve.notification.news.RequestReader;
import health.reprieve.notification.news.SkippedEvents;
import health.reprieve.notification.news.Topic;
import health.reprieve.outbox.CloudEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
final class RequestListener {

    private final Map<String, RequestReader> readers;
    private final SkippedEvents skipped;

    RequestListener(List<RequestReader> readers, SkippedEvents skipped) {
        this.readers = readers.stream().collect(Collectors.toMap(RequestReader::type, Function.identity()));
        this.skipped = skipped;
    }

    @KafkaListener(id = "notification-requests", topics = Topic.REQUESTS, groupId = "notification")
    void hear(String told) {
        var event = CloudEvent.parse(told);
        var reader = readers.get(event.type());
        if (reader == null) {
            skipped.skip(Topic.MESSAGE_REQUESTS, event);
        } else {
            reader.hear(event);
        }
    }
}
